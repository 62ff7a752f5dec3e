import { createHmac, createSecretKey } from 'node:crypto';

/** Tokens under which agencies join on a person without the identity number leaving them. */
export interface PersonTokens {
  /** HMAC-SHA-256 of the normalised identity number, base64url, 43 characters. */
  of(idNumber: string): string;
  /** HMAC of any text, for comparing what may hold personal data without keeping it. */
  digest(text: string): string;
}

export function createPersonTokens(secret: Buffer): PersonTokens {
  const key = createSecretKey(secret);
  const hmac = (label: string, text: string) =>
    createHmac('sha256', key).update(label).update(text).digest('base64url');
  return { of: (idNumber) => hmac('person:', idNumber), digest: (text) => hmac('digest:', text) };
}
