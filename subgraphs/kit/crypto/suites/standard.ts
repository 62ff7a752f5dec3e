import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, compactVerify, importJWK, type JWK } from 'jose';
import type { CipherSuite } from '../cipherSuite.ts';
import { aesField } from './aesField.ts';
import { es256Signer } from './es256Signer.ts';

const SIGNATURE = 'ES256';
const KEY_AGREEMENT = 'ECDH-ES';
const CONTENT = 'A256GCM';

/** The algorithms that are in use everywhere: AES-256-GCM, HMAC and digest by SHA-256, JWS by ES256, JWE by ECDH-ES. */
export const standard: CipherSuite = {
  fieldMark: 'aes',
  fieldKey: aesField,
  hmac: (key, text) => createHmac('sha256', key).update(text).digest(),
  digest: (text) => createHash('sha256').update(text).digest('base64url'),
  makeKeyPair(use, kid) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const named = { kid, alg: use === 'SIGNING' ? SIGNATURE : KEY_AGREEMENT };
    return {
      public: { ...(pair.publicKey.export({ format: 'jwk' }) as JWK), ...named },
      private: { ...(pair.privateKey.export({ format: 'jwk' }) as JWK), ...named },
    };
  },
  signer: async (privateKey) => es256Signer(privateKey),
  async verifier(publicKey) {
    const key = await importJWK(publicKey, SIGNATURE);
    return async (jws) => text((await compactVerify(jws, key, { algorithms: [SIGNATURE] })).payload);
  },
  async encrypter(publicKey) {
    const key = await importJWK(publicKey, KEY_AGREEMENT);
    return (plain, { kid }) =>
      new CompactEncrypt(new TextEncoder().encode(plain))
        .setProtectedHeader({ alg: KEY_AGREEMENT, enc: CONTENT, kid })
        .encrypt(key);
  },
  async decrypter(privateKey) {
    const key = await importJWK(privateKey, KEY_AGREEMENT);
    const accepted = { keyManagementAlgorithms: [KEY_AGREEMENT], contentEncryptionAlgorithms: [CONTENT] };
    return async (jwe) => text((await compactDecrypt(jwe, key, accepted)).plaintext);
  },
};

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
