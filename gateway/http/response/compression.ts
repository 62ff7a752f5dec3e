import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { remembered } from '../memoize.ts';

/** Below it an answer fits into a few packets, and is sent sooner than it would be compressed. */
const WORTH_BYTES = 8 * 1024;
/** What brotli's best levels gain, an answer that is sent once does not earn back. */
const BROTLI_QUALITY = 4;

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

const codingIn = remembered((acceptEncoding): Coding | null => {
  const taken = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } } as never).encodings(['br', 'gzip']);
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null;
});

/** The coding in which a body is sent; null for none, as for all small ones. */
export function codingFor(body: Buffer, acceptEncoding: string | undefined): Coding | null {
  return acceptEncoding === undefined || body.length < WORTH_BYTES ? null : codingIn(acceptEncoding);
}

/** Compresses on a thread beside the one that answers requests. */
export function compress(body: Buffer, coding: Coding): Promise<Buffer> {
  return COMPRESSORS[coding](body);
}
