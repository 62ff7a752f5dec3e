import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** A smaller answer fits into a few packets: it is sent sooner than it could be compressed. */
const MIN_BYTES = 8 * 1024;
/** Higher levels take longer than they save, for an answer that is sent once. */
const BROTLI_QUALITY = 4;

/** They work on another thread than the one that answers requests. */
const COMPRESSORS = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body),
} satisfies Record<string, (body: Buffer) => Promise<Buffer>>;

export type Coding = keyof typeof COMPRESSORS;

/** The content coding of a body; null for none. */
export function codingFor(body: Buffer, acceptEncoding: string | undefined): Coding | null {
  if (acceptEncoding === undefined || body.length < MIN_BYTES) return null;
  const headers = { 'accept-encoding': acceptEncoding };
  const accepted = new Negotiator({ headers } as never).encodings(['br', 'gzip']);
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
}

export function compress(body: Buffer, coding: Coding): Promise<Buffer> {
  return COMPRESSORS[coding](body);
}
