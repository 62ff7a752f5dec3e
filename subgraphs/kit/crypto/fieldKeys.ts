import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import type { FieldKey } from './cipherSuite.ts';
import { type AgencySecret, readAgencySecret, secretFile, writeKeyFile } from './keyFile.ts';
import { suiteOf } from './suite.ts';

/** The versions of an agency's field key, as its key file has them now. */
export interface FieldKeys {
  /** The version that seals, and its key. */
  sealing(): { version: number; key: FieldKey };
  /** Null for a version that the file does not hold. */
  of(version: number): FieldKey | null;
}

/** A part looks this often at most whether its key file has changed. */
const LOOK_MS = 1_000;
/** A new version seals this much later than it was added, unless it is told otherwise: by then every part has looked. */
export const SEALS_AFTER_MS = 3 * LOOK_MS;

interface Versions {
  keys: ReadonlyMap<number, FieldKey>;
  /** Milliseconds since 1970 by version. */
  sealsFrom: ReadonlyMap<number, number>;
}

/**
 * Follows the key file while it is changed: looked at when a key is asked for, at most every second, and at once for a version
 * that is not known. A file that cannot be read changes nothing.
 *
 * @throws where the folder lacks the agency's file
 */
export function followFieldKeys(folder: string, agency: string): FieldKeys {
  const file = secretFile(folder, agency);
  let seen = stateOf(file);
  let versions = versionsOf(readAgencySecret(folder, agency));
  let lookedAt = Date.now();
  const look = (atOnce: boolean) => {
    const now = Date.now();
    if (!atOnce && now - lookedAt < LOOK_MS) return;
    lookedAt = now;
    try {
      const state = stateOf(file);
      if (state === seen) return;
      versions = versionsOf(readAgencySecret(folder, agency));
      seen = state;
    } catch {
      // What was known stays known.
    }
  };
  return {
    sealing() {
      look(false);
      const version = sealingVersion(versions.sealsFrom, Date.now());
      return { version, key: versions.keys.get(version) as FieldKey };
    },
    of(version) {
      look(false);
      if (!versions.keys.has(version)) look(true);
      return versions.keys.get(version) ?? null;
    },
  };
}

/** Adds a version to the agency's key file. @param sealsAfterMs how long the parts have to learn of it before it seals */
export function addFieldKey(
  folder: string,
  agency: string,
  sealsAfterMs = SEALS_AFTER_MS,
): { version: number; sealsFrom: Date } {
  const secret = readAgencySecret(folder, agency);
  const version = Math.max(...versionNumbers(secret)) + 1;
  const sealsFrom = new Date(Date.now() + sealsAfterMs);
  writeKeyFile(secretFile(folder, agency), {
    ...secret,
    fieldKeys: { ...secret.fieldKeys, [version]: randomBytes(32).toString('base64url') },
    sealsFrom: { ...secret.sealsFrom, [version]: sealsFrom.toISOString() },
  });
  return { version, sealsFrom };
}

/** The newest version of the key file, and since when it seals. */
export function newestFieldKey(folder: string, agency: string): { version: number; sealsFrom: Date; older: number[] } {
  const secret = readAgencySecret(folder, agency);
  const version = Math.max(...versionNumbers(secret));
  return {
    version,
    sealsFrom: new Date(secret.sealsFrom[version] ?? 0),
    older: versionNumbers(secret).filter((each) => each !== version),
  };
}

/** Takes all versions but one out of the key file. What is still sealed by them is lost. */
export function keepOnlyFieldKey(folder: string, agency: string, version: number): void {
  const secret = readAgencySecret(folder, agency);
  const kept = secret.fieldKeys[version];
  if (kept === undefined) throw new Error(`The key file of ${agency} holds no field key of version ${version}.`);
  writeKeyFile(secretFile(folder, agency), { ...secret, fieldKeys: { [version]: kept }, sealsFrom: {} });
}

function versionsOf(secret: AgencySecret): Versions {
  const numbers = versionNumbers(secret);
  const make = suiteOf(secret.suite).fieldKey;
  return {
    keys: new Map(numbers.map((each) => [each, make(Buffer.from(secret.fieldKeys[each] as string, 'base64url'))])),
    sealsFrom: new Map(numbers.map((each) => [each, Date.parse(secret.sealsFrom[each] ?? '1970-01-01')])),
  };
}

/** The highest that seals already. */
function sealingVersion(sealsFrom: ReadonlyMap<number, number>, now: number): number {
  const due = [...sealsFrom].filter(([, from]) => from <= now).map(([version]) => version);
  return Math.max(...(due.length > 0 ? due : sealsFrom.keys()));
}

function versionNumbers(secret: AgencySecret): number[] {
  return Object.keys(secret.fieldKeys).map(Number);
}

function stateOf(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}
