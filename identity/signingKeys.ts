import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** ES256: small tokens, and every library of the field knows it. */
const key = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
  /** The private half; a key that signs no more has none. */
  d: z.string().optional(),
  /** When a key that signs no more ceases to be published. */
  publishedUntil: z.iso.datetime().optional(),
});
const signing = key.extend({ d: z.string() });
const shape = z.object({ keys: z.tuple([signing], key) });

/** A key of the file without what is only the file's. The first of a list signs, the others verify. */
export type SigningKey = Omit<z.infer<typeof key>, 'publishedUntil'>;

/** Makes the file with its first key where there is none. */
export function provisionSigningKeys(file: string): void {
  if (!existsSync(file)) write(file, [newKey()]);
}

/** @throws Error where the file is missing or is not one of ours */
export function readSigningKeys(file: string, now = new Date()): SigningKey[] {
  return readFile(file)
    .filter(({ publishedUntil }) => publishedUntil === undefined || Date.parse(publishedUntil) > now.getTime())
    .map(({ publishedUntil: _, ...rest }) => rest);
}

/**
 * Puts a new key in front. The one before keeps its public half for as long as something that it signed is of use, and
 * loses its private half now: it can sign nothing more.
 *
 * @param keepSeconds how long what a key has signed is of use
 * @returns ids of the new key and the one before, and until when that one is published
 */
export function rotateSigningKeys(file: string, keepSeconds: number, now = new Date()) {
  const [current, ...retired] = readFile(file);
  const next = newKey();
  const publishedUntil = new Date(now.getTime() + keepSeconds * 1000).toISOString();
  const { d: _, ...publicHalf } = current;
  const stillUseful = retired.filter((each) => Date.parse(each.publishedUntil ?? '') > now.getTime());
  write(file, [next, { ...publicHalf, publishedUntil }, ...stillUseful]);
  return { next: next.kid, previous: current.kid, publishedUntil };
}

function newKey() {
  const { kty, crv, x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  // An id that no other key has: with a serial number, another installation's key would be taken for this one's.
  const kid = `identity-${randomBytes(9).toString('base64url')}`;
  return signing.parse({ kty, crv, x, y, d, kid, alg: 'ES256', use: 'sig' });
}

function readFile(file: string) {
  return shape.parse(JSON.parse(readFileSync(file, 'utf8'))).keys;
}

/** Moved into place whole: the provider reads it while it runs. */
function write(file: string, keys: z.infer<typeof shape>['keys']): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}~`, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}~`, file);
}
