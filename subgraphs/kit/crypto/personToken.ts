import { createSecretKey } from 'node:crypto';
import type { CipherSuite } from './suite.ts';

/** Tokens under which agencies join on a person without the identity number leaving them. */
export interface PersonTokens {
  /** The suite's HMAC of the normalised identity number, base64url, 43 characters. */
  of(idNumber: string): string;
  /** HMAC of any text, for comparing what may hold personal data without keeping it. */
  digest(text: string): string;
}

export function createPersonTokens(secret: Buffer, suite: CipherSuite): PersonTokens {
  const key = createSecretKey(secret);
  const hmac = (label: string, text: string) => suite.hmac(key, label + text).toString('base64url');
  return { of: (idNumber) => hmac('person:', idNumber), digest: (text) => hmac('digest:', text) };
}
