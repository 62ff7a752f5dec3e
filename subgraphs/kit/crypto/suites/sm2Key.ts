import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';

/** A key on SM2's curve (GB/T 32918.5): the point of the public half, 64 bytes, and the scalar of the private one. */
export interface Sm2Key {
  point: Buffer;
  /** 32 bytes; null for a public key. */
  scalar: Buffer | null;
}

/** Written as a JWK whose curve is `SM2`, which no other program need know. */
const coordinate = z
  .string()
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine((bytes) => bytes.length === 32);
const shape = z.object({
  kty: z.literal('EC'),
  crv: z.literal('SM2'),
  x: coordinate,
  y: coordinate,
  d: coordinate.optional(),
});

/** @throws where it is no key on SM2's curve */
export function parseSm2Key(key: unknown): Sm2Key {
  const { x, y, d } = shape.parse(key);
  return { point: Buffer.concat([x, y]), scalar: d ?? null };
}

export function toJwk({ point, scalar }: Sm2Key): JWK {
  const encode = (bytes: Buffer) => bytes.toString('base64url');
  return {
    kty: 'EC',
    crv: 'SM2',
    x: encode(point.subarray(0, 32)),
    y: encode(point.subarray(32)),
    ...(scalar && { d: encode(scalar) }),
  };
}

/** @param named stands in both halves: `kid` and `alg` */
export function makeSm2KeyPair(named: { kid: string; alg: string }): { public: JWK; private: JWK } {
  const { point, scalar } = makeSm2Key();
  return {
    public: { ...toJwk({ point, scalar: null }), ...named },
    private: { ...toJwk({ point, scalar }), ...named },
  };
}

export function makeSm2Key(): Sm2Key {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  return { scalar: der.subarray(-PUBLIC_PART - 32, -PUBLIC_PART), point: der.subarray(-64) };
}

/** The tail of a PKCS #8 key: the public point as an optional field. */
const POINT_FIELD = Buffer.from('a144034200' + '04', 'hex');
const PUBLIC_PART = POINT_FIELD.length + 64;

/** id-ecPublicKey on the curve by its name, 1.2.156.10197.1.301. OpenSSL takes such a key for SM2 signatures, and nothing else. */
const NAMED_CURVE = '301306072a8648ce3d020106082a811ccf5501822d';

/**
 * The same curve with its parameters written out and the base point's negative as its base point. OpenSSL does not
 * recognise SM2's curve in it and so gives an ordinary EC key, which node:crypto can agree on keys with; an agreement multiplies a
 * private scalar with the other side's point, and the base point plays no part in it. A test compares with named keys.
 */
const AGREEMENT_CURVE =
  '3081ec06072a8648ce3d02013081e0020101302c06072a8648ce3d0101022100' +
  'fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff' +
  '30440420' +
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
  '0420' +
  '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
  '044104' +
  '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
  '43c8c95c0b098863a642311c9496deac2f56788239d5b8c0fd20cd1adec60f5f' +
  '022100' +
  'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123' +
  '020101';

export type Purpose = 'signature' | 'agreement';

/** @throws where the point is not on the curve */
export function publicKeyOf({ point }: Sm2Key, purpose: Purpose): KeyObject {
  const key = sequence(algorithm(purpose), Buffer.from('03420004', 'hex'), point);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

/** @throws where the key is a public one */
export function privateKeyOf({ point, scalar }: Sm2Key, purpose: Purpose): KeyObject {
  if (!scalar) throw new Error('A public key has no private half.');
  const ecKey = sequence(Buffer.from('0201010420', 'hex'), scalar, POINT_FIELD, point);
  const key = sequence(Buffer.from('020100', 'hex'), algorithm(purpose), Buffer.from([4, ecKey.length]), ecKey);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

function algorithm(purpose: Purpose): Buffer {
  return Buffer.from(purpose === 'signature' ? NAMED_CURVE : AGREEMENT_CURVE, 'hex');
}

/** A DER SEQUENCE; the lengths here stay below 64 KiB. */
function sequence(...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([0x30, ...head]), content]);
}
