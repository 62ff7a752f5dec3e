import { createHmac } from 'node:crypto';
import { type AgencyKeys, loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { AGENCY_CODES, type AgencyCode } from '../agencies.ts';

/** What the generation needs of the keys: sealing a field for the agency that keeps it, and tokens of persons. */
export interface Secrets {
  seal(agency: AgencyCode, plain: string): string;
  token(idNumber: string): string;
}

export type KeyRing = ReadonlyMap<AgencyCode, AgencyKeys>;

/** @throws where the folder lacks an agency's keys */
export async function loadKeyRing(keysFolder: string): Promise<KeyRing> {
  const keys = await Promise.all(AGENCY_CODES.map((agency) => loadAgencyKeys(keysFolder, agency)));
  return new Map(AGENCY_CODES.map((agency, index) => [agency, keys[index] as AgencyKeys]));
}

export function keysOf(ring: KeyRing, agency: string): AgencyKeys {
  const keys = ring.get(agency as AgencyCode);
  if (!keys) throw new Error(`The demonstration has no keys of ${agency}.`);
  return keys;
}

export function createSecrets(ring: KeyRing): Secrets {
  return {
    seal: (agency, plain) => keysOf(ring, agency).fieldCipher.seal(plain),
    token: (idNumber) => keysOf(ring, 'POLICE').personTokens.of(idNumber),
  };
}

/** Stand-ins that give the same text for the same text, so that two generations can be compared row by row. */
export function createPlainSecrets(): Secrets {
  return {
    seal: (agency, plain) => `${agency}:${plain}`,
    token: (idNumber) => createHmac('sha256', 'demonstration').update(idNumber).digest('base64url'),
  };
}
