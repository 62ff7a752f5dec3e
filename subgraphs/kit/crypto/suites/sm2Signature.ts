import { createHash, createSign, createVerify } from 'node:crypto';
import { z } from 'zod';
import type { Sign, Verify } from '../cipherSuite.ts';
import { decodeText, signingInput } from './compact.ts';
import { derForm, fixedForm } from './signatureForm.ts';
import { privateKeyOf, publicKeyOf, type Sm2Key } from './sm2Key.ts';

/** The name of the algorithm in a JWS of ours; none is registered for SM2. */
export const SM2_SIGNATURE = 'SM2-SM3';

/** The signer's distinguishing identifier, where none was agreed: GM/T 0009-2012, 10. */
const IDENTIFIER = Buffer.from('1234567812345678');
/** Coefficients and base point of the curve, as they go into the digest: GB/T 32918.2-2016, 5.5. */
const CURVE = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
);

/**
 * Z of GB/T 32918.2: SM2 signs the digest of Z and the message. node:crypto's one-shot `sign` computes Z itself, but with
 * an empty identifier, which nobody else would verify; `createSign` leaves it out, so that it can be put first here.
 */
export function signerDigest({ point }: Sm2Key): Buffer {
  const bits = Buffer.from([0, IDENTIFIER.length * 8]);
  return createHash('sm3').update(bits).update(IDENTIFIER).update(CURVE).update(point).digest();
}

export function sm2Signer(key: Sm2Key): Sign {
  const privateKey = privateKeyOf(key, 'signature');
  const z = signerDigest(key);
  return async (payload, header) => {
    const input = signingInput({ alg: SM2_SIGNATURE, ...header }, payload);
    const der = createSign('sm3').update(z).update(input).sign(privateKey);
    return `${input}.${fixedForm(der).toString('base64url')}`;
  };
}

/** Nothing else: what a verifier must understand (`crit`) would be refused. */
const headerShape = z.strictObject({ alg: z.literal(SM2_SIGNATURE), kid: z.string(), typ: z.string().optional() });

export function sm2Verifier(key: Sm2Key): Verify {
  const publicKey = publicKeyOf(key, 'signature');
  const z = signerDigest(key);
  return async (jws) => {
    const [header, payload, signature, ...more] = jws.split('.');
    if (signature === undefined || more.length > 0) throw new Error('This is no compact JWS.');
    headerShape.parse(JSON.parse(decodeText(header)));
    const isTheirs = createVerify('sm3')
      .update(z)
      .update(`${header}.${payload}`)
      .verify(publicKey, derForm(Buffer.from(signature, 'base64url')));
    if (!isTheirs) throw new Error('The signature is not of this key.');
    return decodeText(payload);
  };
}
