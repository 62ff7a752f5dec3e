import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const key = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

/** The private key by which an agency's system signs in, as a JWK. */
export type SystemKey = z.infer<typeof key>;

/** Makes the key where there is none; nobody but the file's owner may read it. */
export function provisionSystemKey(file: string, client: string): void {
  if (existsSync(file)) return;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made = key.parse({ ...privateKey.export({ format: 'jwk' }), kid: `${client}-1`, alg: 'ES256', use: 'sig' });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
}

/** @throws Error where the file is missing or holds no such key */
export function readSystemKey(file: string): SystemKey {
  return key.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** What the provider is given of it. */
export function publicHalf({ d: _, ...rest }: SystemKey): Omit<SystemKey, 'd'> {
  return rest;
}
