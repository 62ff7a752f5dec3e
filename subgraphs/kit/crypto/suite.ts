import type { CipherSuite } from './cipherSuite.ts';
import type { SuiteName } from './suiteNames.ts';
import { national } from './suites/national.ts';
import { standard } from './suites/standard.ts';

const SUITES: Readonly<Record<SuiteName, CipherSuite>> = { standard, national };

export function suiteOf(name: SuiteName): CipherSuite {
  return SUITES[name];
}
