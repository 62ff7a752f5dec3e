import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** As long as contexts mostly are at most. */
const USUAL_LENGTH = 1_024;

/**
 * HMAC-SHA-256 by its definition (RFC 2104), base64url, upon the one-shot hash of node:crypto, which has no one-shot HMAC: its
 * createHmac makes a stream and a native object for each use. What that is worth is in decision 0012.
 *
 * @returns signs a text in ASCII
 */
export function hmacSha256(secret: Uint8Array): (text: string) => string {
  const key = Buffer.alloc(BLOCK_BYTES);
  key.set(secret.length > BLOCK_BYTES ? hash('sha256', secret, 'buffer') : secret);
  // Buffers of its own: what Buffer.from and Buffer.concat fill is lent to others afterwards.
  const padded = (by: number, length: number) => {
    const made = Buffer.alloc(BLOCK_BYTES + length);
    made.set(key.map((byte) => byte ^ by));
    return made;
  };
  let inner = padded(0x36, USUAL_LENGTH);
  const outer = padded(0x5c, DIGEST_BYTES);
  return (text) => {
    if (BLOCK_BYTES + text.length > inner.length) inner = padded(0x36, 2 * text.length);
    const end = BLOCK_BYTES + inner.write(text, BLOCK_BYTES, 'latin1');
    // As a text: a buffer of its own is dearer than the hash.
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), BLOCK_BYTES, 'binary');
    return hash('sha256', outer, 'base64url');
  };
}
