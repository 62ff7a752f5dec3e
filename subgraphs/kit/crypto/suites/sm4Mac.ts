import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Encrypt-then-MAC: SM4 in counter mode, then HMAC-SM3 over what is associated, vector and ciphertext. */
export interface Sm4Mac {
  seal(plain: string, associated?: string): { vector: Buffer; tag: Buffer; text: Buffer };
  /** @throws where a bit of anything differs */
  open(sealed: { vector: Buffer; tag: Buffer; text: Buffer }, associated?: string): string;
}

/** SM4 takes a block as its counter. */
export const VECTOR = 16;
export const TAG = 32;
const CIPHER_KEY = 16;
const MAC_KEY = 32;

/** Both keys come from one secret, by HKDF with SM3, so that neither tells of the other. @param purpose keeps uses apart */
export function sm4Mac(secret: Buffer, purpose: string): Sm4Mac {
  const keys = Buffer.from(hkdfSync('sm3', secret, '', `casegraph ${purpose}`, CIPHER_KEY + MAC_KEY));
  const cipherKey = createSecretKey(keys.subarray(0, CIPHER_KEY));
  const macKey = createSecretKey(keys.subarray(CIPHER_KEY));
  const tagOf = (vector: Buffer, text: Buffer, associated: string) => {
    // The length keeps the border between what is associated and what is encrypted.
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(Buffer.byteLength(associated)));
    return createHmac('sm3', macKey).update(length).update(associated).update(vector).update(text).digest();
  };
  return {
    seal(plain, associated = '') {
      const vector = randomBytes(VECTOR);
      const cipher = createCipheriv('sm4-ctr', cipherKey, vector);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return { vector, tag: tagOf(vector, text, associated), text };
    },
    open({ vector, tag, text }, associated = '') {
      if (tag.length !== TAG || !timingSafeEqual(tag, tagOf(vector, text, associated)))
        throw new Error('What is sealed was changed, or sealed with another key.');
      const decipher = createDecipheriv('sm4-ctr', cipherKey, vector);
      return decipher.update(text, undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
