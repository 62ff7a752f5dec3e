/**
 * The algorithms of an installation, as one choice: `standard` (AES-256-GCM, SHA-256, ES256, ECDH-ES) or `national`, China's
 * own (SM4, SM3, SM2). The key files name theirs; whoever needs cryptography asks AgencyKeys and knows no algorithm.
 */
export const SUITE_NAMES = ['standard', 'national'] as const;
export type SuiteName = (typeof SUITE_NAMES)[number];
