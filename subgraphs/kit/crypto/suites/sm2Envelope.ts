import { diffieHellman } from 'node:crypto';
import { z } from 'zod';
import type { Decrypt, Encrypt } from '../cipherSuite.ts';
import { decodeText, encodeText } from './compact.ts';
import { makeSm2Key, parseSm2Key, privateKeyOf, publicKeyOf, type Sm2Key, toJwk } from './sm2Key.ts';
import { sm4Mac } from './sm4Mac.ts';

/** Names of the algorithms in a JWE of ours; none is registered for them. */
const AGREEMENT = 'ECDH-ES-SM2';
const CONTENT = 'SM4-CTR-HSM3';

/**
 * The form of a compact JWE with ECDH-ES: a key pair for this message alone agrees with the receiver's on a secret, from which
 * HKDF with SM3 makes the keys of SM4 and HMAC-SM3. The header, with the message's public key in it, is under the MAC.
 */
export function sm2Encrypter(receiver: Sm2Key): Encrypt {
  const publicKey = publicKeyOf(receiver, 'agreement');
  return async (plain, { kid }) => {
    const own = makeSm2Key();
    const secret = diffieHellman({ privateKey: privateKeyOf(own, 'agreement'), publicKey });
    const epk = toJwk({ point: own.point, scalar: null });
    const header = encodeText(JSON.stringify({ alg: AGREEMENT, enc: CONTENT, kid, epk }));
    const { vector, text, tag } = sm4Mac(secret, 'envelope').seal(plain, header);
    return [header, '', ...[vector, text, tag].map((bytes) => bytes.toString('base64url'))].join('.');
  };
}

const headerShape = z.strictObject({
  alg: z.literal(AGREEMENT),
  enc: z.literal(CONTENT),
  kid: z.string(),
  epk: z.unknown().transform(parseSm2Key),
});

export function sm2Decrypter(receiver: Sm2Key): Decrypt {
  const privateKey = privateKeyOf(receiver, 'agreement');
  return async (jwe) => {
    const parts = jwe.split('.');
    const [header = '', encryptedKey, ...rest] = parts;
    if (parts.length !== 5 || encryptedKey !== '') throw new Error('This is no compact JWE.');
    const { epk } = headerShape.parse(JSON.parse(decodeText(header)));
    const secret = diffieHellman({ privateKey, publicKey: publicKeyOf(epk, 'agreement') });
    const [vector, text, tag] = rest.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
    return sm4Mac(secret, 'envelope').open({ vector, text, tag }, header);
  };
}
