import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { addFieldKey, keepOnlyFieldKey, newestFieldKey } from './fieldKeys.ts';
import { loadAgencyKeys } from './keys.ts';
import { resealTables } from './reseal.ts';
import { countOtherVersions, findSealedColumns, type SealedTable } from './sealedColumns.ts';

export interface RotationParts {
  db: Knex;
  keysFolder: string;
  agency: string;
  /** How long the parts have to learn of a new version before it seals. */
  sealsAfterMs?: number | undefined;
  onProgress?: (done: number, total: number) => void;
}

export interface Rotated {
  version: number;
  /** Values that were sealed anew. */
  values: number;
  /** Versions that were taken out of the key file. */
  retired: number[];
}

/** A part may have read the clock a little before it sealed. */
const GRACE_MS = 1_000;
/** Transactions that may have sealed by the old version are waited for this long. */
const LONGEST_WAIT_MS = 60_000;
const POLL_MS = 100;

/**
 * Adds a version to the agency's field key and seals everything by it, while the parts run. Where an earlier rotation was broken
 * off, that one is finished instead. Null for an agency that seals nothing.
 */
export async function rotateFieldKey(parts: RotationParts): Promise<Rotated | null> {
  const { db, keysFolder, agency, sealsAfterMs } = parts;
  const tables = await findSealedColumns(db);
  if (tables.length === 0) return null;
  const newest = newestFieldKey(keysFolder, agency);
  const isUnfinished = (await countOtherVersions(db, tables, newest.version)) > 0;
  const { version, sealsFrom } = isUnfinished ? newest : addFieldKey(keysFolder, agency, sealsAfterMs);
  return { version, values: await sealAllBy(version, sealsFrom, tables, parts), retired: [] };
}

/**
 * Takes the older versions out of the key file, once no value needs them; what is still sealed by them is sealed anew before. Null for
 * an agency that seals nothing. Backups made before can then be read only with the key file as it was.
 */
export async function retireFieldKeys(parts: RotationParts): Promise<Rotated | null> {
  const { db, keysFolder, agency } = parts;
  const tables = await findSealedColumns(db);
  if (tables.length === 0) return null;
  const { version, sealsFrom, older } = newestFieldKey(keysFolder, agency);
  if (older.length === 0) return { version, values: 0, retired: [] };
  const values = await sealAllBy(version, sealsFrom, tables, parts);
  keepOnlyFieldKey(keysFolder, agency, version);
  return { version, values, retired: older };
}

async function sealAllBy(
  version: number,
  sealsFrom: Date,
  tables: readonly SealedTable[],
  { db, keysFolder, agency, onProgress = () => undefined }: RotationParts,
): Promise<number> {
  await nobodySealsOtherwise(db, sealsFrom);
  const { fieldCipher: cipher } = await loadAgencyKeys(keysFolder, agency);
  const total = await countOtherVersions(db, tables, version);
  let values = 0;
  await resealTables(db, tables, {
    cipher,
    version,
    onProgress(done) {
      values = done;
      onProgress(done, Math.max(done, total));
    },
  });
  return values;
}

/**
 * Returns once the new version seals and every transaction that may have sealed by the old one has ended: what is found from then on is
 * all there will be. @throws where a transaction stays open
 */
async function nobodySealsOtherwise(db: Knex, sealsFrom: Date): Promise<void> {
  await sleep(Math.max(0, sealsFrom.getTime() + GRACE_MS - Date.now()));
  const { rows } = await db.raw<{ rows: { now: string }[] }>('select clock_timestamp()::text as now');
  const until = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const open = await db.raw<{ rows: unknown[] }>(
      `select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
         and pid <> pg_backend_pid() and xact_start < ?::timestamptz limit 1`,
      [rows[0]?.now ?? null],
    );
    if (open.rows.length === 0) return;
    if (Date.now() > until)
      throw new Error('A transaction that began under the old key version is still open; run it again.');
    await sleep(POLL_MS);
  }
}
