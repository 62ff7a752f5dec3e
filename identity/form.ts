import type { IncomingMessage } from 'node:http';

/** A username and a password, or a token, fit many times over; more is neither. */
const LONGEST_FORM_BYTES = 8 * 1024;

/** The fields of a posted form, or nothing when it is too long. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > LONGEST_FORM_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
