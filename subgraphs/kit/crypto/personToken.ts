import { createSecretKey } from 'node:crypto';
import type { CipherSuite } from './cipherSuite.ts';

/** Tokens under which agencies join on a person without the identity number leaving them. */
export interface PersonTokens {
  /**
   * The suite's HMAC of the normalised identity number, base64url, 43 characters. No client gets one: with tokens of numbers of
   * its choice it could tell which number is behind a mask.
   * @throws for the hub, which stores and passes on tokens that agencies have made
   */
  of(idNumber: string): string;
}

/** @param secret shared by the agencies; null for the hub, which does not hold it */
export function createPersonTokens(secret: Buffer | null, suite: CipherSuite): PersonTokens {
  if (secret === null) {
    return {
      of() {
        throw new Error("The hub holds no key of persons' tokens.");
      },
    };
  }
  const key = createSecretKey(secret);
  return { of: (idNumber) => suite.hmac(key, `person:${idNumber}`).toString('base64url') };
}
