import { createHash, createHmac } from 'node:crypto';
import type { CipherSuite } from '../cipherSuite.ts';
import { sm2Decrypter, sm2Encrypter } from './sm2Envelope.ts';
import { makeSm2KeyPair, parseSm2Key } from './sm2Key.ts';
import { SM2_SIGNATURE, sm2Signer, sm2Verifier } from './sm2Signature.ts';
import { sm4Field } from './sm4Field.ts';

/**
 * China's national algorithms, by node:crypto's OpenSSL: SM4 with HMAC-SM3 for fields, HMAC and digest by SM3, signatures
 * by SM2 with SM3, bodies by key agreement on SM2's curve. docs/decisions/0023 says where they stand in a form of our own.
 */
export const national: CipherSuite = {
  fieldMark: 'sm4',
  fieldKey: sm4Field,
  hmac: (key, text) => createHmac('sm3', key).update(text).digest(),
  digest: (text) => createHash('sm3').update(text).digest('base64url'),
  makeKeyPair: (use, kid) => makeSm2KeyPair({ kid, alg: use === 'SIGNING' ? SM2_SIGNATURE : 'SM2-ES' }),
  signer: async (privateKey) => sm2Signer(parseSm2Key(privateKey)),
  verifier: async (publicKey) => sm2Verifier(parseSm2Key(publicKey)),
  encrypter: async (publicKey) => sm2Encrypter(parseSm2Key(publicKey)),
  decrypter: async (privateKey) => sm2Decrypter(parseSm2Key(privateKey)),
};
