import { createSecretKey } from 'node:crypto';
import { HUB } from '../exchange/hub.ts';
import type { Encrypt, Sign, Verify } from './cipherSuite.ts';
import { createFieldCipher, type FieldCipher } from './fieldCipher.ts';
import { followFieldKeys } from './fieldKeys.ts';
import { readAgencySecret, readPublicKeys } from './keyFile.ts';
import { createPersonTokens, type PersonTokens } from './personToken.ts';
import { SuiteMismatch } from './provision.ts';
import { suiteOf } from './suite.ts';

/** What one agency can do with its own private keys, everybody's public ones, and its symmetric keys. */
export interface AgencyKeys {
  /** Whether an agency of this code has joined the hub. */
  knowsAgency(agency: string): boolean;
  /** A compact JWS under this agency's key. @param header.kid the agency's code */
  sign: Sign;
  /** The payload of a JWS; null where it was not signed by this agency, or nobody knows that one. */
  verify(jws: string, agency: string): Promise<string | null>;
  /** A compact JWE that only the agency can open; null for one that nobody knows. */
  encryptFor(agency: string, plain: string): Promise<string | null>;
  /** @throws where it was not encrypted for this agency, or was changed */
  decrypt(jwe: string): Promise<string>;
  /** Digest of a text, base64url. */
  digest(text: string): string;
  /** Keyed digest of what may hold personal data, to compare it without keeping it; no other agency can make the same. */
  inputDigest(text: string): string;
  fieldCipher: FieldCipher;
  personTokens: PersonTokens;
  /** Verifies the gateway's signed context to this agency. */
  contextKey: Uint8Array;
  /** Keyed digest (hex) of the agency's audit chain, so that whoever can write to its database cannot make a chain. */
  auditMac(text: string): string;
}

/** From what the key of inputs' digests is derived: no text of an audit chain begins like this, and each agency has its own audit key. */
const INPUT_KEY = 'key:idempotency-digests';

/**
 * By the suite that the agency's key file names.
 * @throws where the folder lacks the agency's file, or what others publish is of another suite
 */
export async function loadAgencyKeys(folder: string, agency: string): Promise<AgencyKeys> {
  const secret = readAgencySecret(folder, agency);
  const suite = suiteOf(secret.suite);
  const verifiers = new Map<string, Verify>();
  const encrypters = new Map<string, Encrypt>();
  for (const [name, keys] of Object.entries(readPublicKeys(folder))) {
    if (keys.suite !== secret.suite) throw new SuiteMismatch(secret.suite);
    verifiers.set(name, await suite.verifier(keys.verification));
    encrypters.set(name, await suite.encrypter(keys.encryption));
  }
  const tokenKey = agency === HUB ? undefined : secret.personTokenKey;
  if (agency !== HUB && tokenKey === undefined) throw new Error(`The key file of ${agency} lacks the personTokenKey.`);
  const auditKey = createSecretKey(Buffer.from(secret.auditKey, 'base64url'));
  const inputKey = createSecretKey(suite.hmac(auditKey, INPUT_KEY));
  return {
    knowsAgency: (name) => verifiers.has(name),
    sign: await suite.signer(secret.signing),
    verify: async (jws, name) =>
      (await verifiers
        .get(name)?.(jws)
        .catch(() => null)) ?? null,
    encryptFor: async (name, plain) => (await encrypters.get(name)?.(plain, { kid: name })) ?? null,
    decrypt: await suite.decrypter(secret.decryption),
    digest: suite.digest,
    inputDigest: (text) => suite.hmac(inputKey, text).toString('base64url'),
    fieldCipher: createFieldCipher(followFieldKeys(folder, agency), secret.suite),
    personTokens: createPersonTokens(tokenKey === undefined ? null : Buffer.from(tokenKey, 'base64url'), suite),
    contextKey: Buffer.from(secret.contextKey, 'base64url'),
    auditMac: (text) => suite.hmac(auditKey, text).toString('hex'),
  };
}
