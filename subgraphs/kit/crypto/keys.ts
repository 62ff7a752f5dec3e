import { createHmac, createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { createFieldCipher, type FieldCipher } from './fieldCipher.ts';
import { createPersonTokens, type PersonTokens } from './personToken.ts';

/**
 * The folder of keys: `<agency>.json` is that agency's secret, `public.json` what everybody knows,
 * `context.json` the gateway's secrets for its signed context, one for each subgraph.
 */
const SIGNATURE = 'ES256';
const KEY_AGREEMENT = 'ECDH-ES';

const jwk = z.record(z.string(), z.unknown()).transform((value) => value as JWK);
const agencySecret = z.object({
  signing: jwk,
  decryption: jwk,
  fieldKeys: z.record(z.string(), z.string()),
  personTokenKey: z.string(),
  contextKey: z.string(),
  auditKey: z.string(),
});
const publicKeys = z.record(z.string(), z.object({ verification: jwk, encryption: jwk }));

/** What one agency holds: its own private keys, everybody's public ones, and its symmetric keys. */
export interface AgencyKeys {
  signing: CryptoKey;
  decryption: CryptoKey;
  /** Null for an agency that nobody knows. */
  verificationOf(agency: string): CryptoKey | null;
  encryptionFor(agency: string): CryptoKey | null;
  fieldCipher: FieldCipher;
  personTokens: PersonTokens;
  /** Verifies the gateway's signed context to this agency. */
  contextKey: Uint8Array;
  /** Keyed digest (hex) of the agency's audit chain, so that whoever can write to its database cannot make a chain. */
  auditMac(text: string): string;
}

/** Makes what is missing in the folder, leaves what is there; an agency that joins later gets its keys here too. */
export function provisionKeys(folder: string, agencies: readonly string[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const publicFile = join(folder, 'public.json');
  const contextFile = join(folder, 'context.json');
  const known = existsSync(publicFile) ? publicKeys.parse(readJson(publicFile)) : {};
  const contexts = existsSync(contextFile) ? z.record(z.string(), z.string()).parse(readJson(contextFile)) : {};
  const missing = agencies.filter((agency) => !known[agency]);
  if (missing.length === 0) return;
  const holder = agencies.find((agency) => known[agency]);
  const personTokenKey = holder
    ? agencySecret.parse(readJson(secretFile(folder, holder))).personTokenKey
    : randomBytes(32).toString('base64url');
  for (const agency of missing) {
    const signing = ecKeyPair(`${agency}:sign`, SIGNATURE);
    const decryption = ecKeyPair(`${agency}:encrypt`, KEY_AGREEMENT);
    const contextKey = randomBytes(32).toString('base64url');
    writeSecret(secretFile(folder, agency), {
      signing: signing.private,
      decryption: decryption.private,
      fieldKeys: { 1: randomBytes(32).toString('base64url') },
      personTokenKey,
      contextKey,
      auditKey: randomBytes(32).toString('base64url'),
    });
    known[agency] = { verification: signing.public, encryption: decryption.public };
    contexts[agency] = contextKey;
  }
  writeSecret(contextFile, contexts);
  writeSecret(publicFile, known);
}

/** @throws where the folder lacks the agency's file. */
export async function loadAgencyKeys(folder: string, agency: string): Promise<AgencyKeys> {
  const secret = agencySecret.parse(readJson(secretFile(folder, agency)));
  const known = publicKeys.parse(readJson(join(folder, 'public.json')));
  const verification = new Map<string, CryptoKey>();
  const encryption = new Map<string, CryptoKey>();
  for (const [name, keys] of Object.entries(known)) {
    verification.set(name, await importKey(keys.verification, SIGNATURE));
    encryption.set(name, await importKey(keys.encryption, KEY_AGREEMENT));
  }
  const auditKey = createSecretKey(Buffer.from(secret.auditKey, 'base64url'));
  const fieldKeys = Object.entries(secret.fieldKeys).map(
    ([version, key]) => [Number(version), Buffer.from(key, 'base64url')] as const,
  );
  return {
    signing: await importKey(secret.signing, SIGNATURE),
    decryption: await importKey(secret.decryption, KEY_AGREEMENT),
    verificationOf: (name) => verification.get(name) ?? null,
    encryptionFor: (name) => encryption.get(name) ?? null,
    fieldCipher: createFieldCipher(new Map(fieldKeys)),
    personTokens: createPersonTokens(Buffer.from(secret.personTokenKey, 'base64url')),
    contextKey: Buffer.from(secret.contextKey, 'base64url'),
    auditMac: (text) => createHmac('sha256', auditKey).update(text).digest('hex'),
  };
}

function ecKeyPair(kid: string, alg: string): { public: JWK; private: JWK } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const withId = (key: { export(options: { format: 'jwk' }): object }) => ({
    ...(key.export({ format: 'jwk' }) as JWK),
    kid,
    alg,
  });
  return { public: withId(pair.publicKey), private: withId(pair.privateKey) };
}

async function importKey(key: JWK, alg: string): Promise<CryptoKey> {
  return (await importJWK(key, alg)) as CryptoKey;
}

function secretFile(folder: string, agency: string): string {
  return join(folder, `${agency.toLowerCase().replaceAll('_', '-')}.json`);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function writeSecret(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}
