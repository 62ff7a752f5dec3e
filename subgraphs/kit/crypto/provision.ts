import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { HUB } from '../exchange/hub.ts';
import {
  contextFile,
  publicFile,
  readAgencySecret,
  readContextKeys,
  readPublicKeys,
  secretFile,
  writeKeyFile,
} from './keyFile.ts';
import { suiteOf } from './suite.ts';
import type { SuiteName } from './suiteNames.ts';

/** The keys were made for other algorithms than those that are set. */
export class SuiteMismatch extends Error {
  readonly made: string;
  constructor(made: string) {
    super(`The keys were made for the cipher suite ${made}.`);
    this.made = made;
  }
}

/**
 * Makes what is missing in the folder, leaves what is there; an agency that joins later gets its keys here too.
 * @throws SuiteMismatch where there are keys of another suite
 */
export function provisionKeys(folder: string, agencies: readonly string[], suiteName: SuiteName = 'standard'): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  requireSuite(folder, suiteName);
  const suite = suiteOf(suiteName);
  const known = existsSync(publicFile(folder)) ? readPublicKeys(folder) : {};
  const contexts = existsSync(contextFile(folder)) ? readContextKeys(folder) : {};
  takeTokenKeyFromHub(folder);
  const missing = agencies.filter((agency) => !known[agency]);
  if (missing.length === 0) return;
  const holder = agencies.find((agency) => agency !== HUB && known[agency]);
  const personTokenKey = holder ? readAgencySecret(folder, holder).personTokenKey : newSecret();
  for (const agency of missing) {
    const signing = suite.makeKeyPair('SIGNING', `${agency}:sign`);
    const decryption = suite.makeKeyPair('ENCRYPTION', `${agency}:encrypt`);
    const contextKey = newSecret();
    writeKeyFile(secretFile(folder, agency), {
      suite: suiteName,
      signing: signing.private,
      decryption: decryption.private,
      fieldKeys: { 1: newSecret() },
      ...(agency !== HUB && { personTokenKey }),
      contextKey,
      auditKey: newSecret(),
    });
    known[agency] = { suite: suiteName, verification: signing.public, encryption: decryption.public };
    contexts[agency] = contextKey;
  }
  writeKeyFile(contextFile(folder), contexts);
  writeKeyFile(publicFile(folder), known);
}

/** An installation of an older version gave the hub the agencies' key of persons' tokens as well. */
function takeTokenKeyFromHub(folder: string): void {
  const file = secretFile(folder, HUB);
  if (!existsSync(file)) return;
  const { personTokenKey, ...kept } = readAgencySecret(folder, HUB);
  if (personTokenKey !== undefined) writeKeyFile(file, kept);
}

/** Nothing where no keys are there yet. @throws SuiteMismatch */
export function requireSuite(folder: string, suite: SuiteName): void {
  if (!existsSync(publicFile(folder))) return;
  const other = Object.values(readPublicKeys(folder)).find((keys) => keys.suite !== suite);
  if (other) throw new SuiteMismatch(other.suite);
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
