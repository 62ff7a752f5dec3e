import type { FieldKey } from '../cipherSuite.ts';
import { sm4Mac, TAG, VECTOR } from './sm4Mac.ts';

/** SM4 with HMAC-SM3: 16 random bytes of vector, tag, ciphertext. */
export function sm4Field(secret: Buffer): FieldKey {
  const keys = sm4Mac(secret, 'field');
  return {
    seal(plain) {
      const { vector, tag, text } = keys.seal(plain);
      return Buffer.concat([vector, tag, text]);
    },
    open: (sealed) =>
      keys.open({
        vector: sealed.subarray(0, VECTOR),
        tag: sealed.subarray(VECTOR, VECTOR + TAG),
        text: sealed.subarray(VECTOR + TAG),
      }),
  };
}
