import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { FieldCipher } from './fieldCipher.ts';
import { asSystem, countOtherVersions, type SealedTable } from './sealedColumns.ts';

/** Pages of a table in one transaction: a few hundred rows, which others wait for some hundredths of a second. */
const PAGES = 16;
/** A pass leaves out what is being changed just then; the next one finds it. */
const MOST_PASSES = 100;
const PAUSE_MS = 200;

/**
 * Seals every value of the tables anew, until none has another version. Reading and writing goes on: a row that somebody else
 * is changing is left for the next pass, so that this never waits for others, and nothing they wrote is lost.
 *
 * @param onProgress told how many values are done
 * @throws where the cipher does not seal by this version
 */
export async function resealTables(
  db: Knex,
  tables: readonly SealedTable[],
  { cipher, version, onProgress }: { cipher: FieldCipher; version: number; onProgress: (done: number) => void },
): Promise<void> {
  let done = 0;
  for (let pass = 1; (await countOtherVersions(db, tables, version)) > 0; pass += 1) {
    if (pass > MOST_PASSES) throw new Error('Some rows are locked all the time; run it again.');
    if (pass > 1) await sleep(PAUSE_MS);
    for (const each of tables) {
      const pages = await pagesOf(db, each.table);
      for (let page = 0; page < pages; page += PAGES) {
        done += await asSystem(db, (tx) => resealPages(tx, each, page, cipher, version));
        onProgress(done);
      }
    }
  }
}

async function pagesOf(db: Knex, table: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { pages: number }[] }>(
    "select (pg_relation_size(?::regclass) / current_setting('block_size')::int)::int as pages",
    [table],
  );
  return rows[0]?.pages ?? 0;
}

type SealedRow = { at: string } & Record<string, string | null>;

/** Two statements, whatever the number of rows; gives how many values were sealed anew. */
async function resealPages(
  tx: Knex.Transaction,
  { table, columns }: SealedTable,
  page: number,
  cipher: FieldCipher,
  version: number,
): Promise<number> {
  const isOther = (column: string) => `${column} not like '${version}.%'`;
  // By place in the table, since that needs no index and no key; `no key` lets others refer to the row meanwhile.
  const { rows } = await tx.raw<{ rows: SealedRow[] }>(
    `select ctid::text as at, ${columns.map((column, index) => `${column} as old${index}`).join(', ')} from ${table}
     where ctid >= ?::tid and ctid < ?::tid and (${columns.map(isOther).join(' or ')})
     for no key update skip locked`,
    [`(${page},0)`, `(${page + PAGES},0)`],
  );
  if (rows.length === 0) return 0;
  let count = 0;
  const renew = (old: string | null): string | null => {
    if (old === null || old.startsWith(`${version}.`)) return old;
    count += 1;
    const sealed = cipher.seal(cipher.open(old));
    if (!sealed.startsWith(`${version}.`)) throw new Error(`Version ${version} does not seal yet.`);
    return sealed;
  };
  const changes = rows.map((row) => ({
    ...row,
    ...Object.fromEntries(columns.map((_, index) => [`new${index}`, renew(row[`old${index}`] ?? null)])),
  }));
  const fields = columns.flatMap((_, index) => [`old${index} text`, `new${index} text`]);
  await tx.raw(
    `update ${table} t set ${columns.map((column, index) => `${column} = change.new${index}`).join(', ')}
     from json_to_recordset(?::json) as change(at text, ${fields.join(', ')})
     where t.ctid = change.at::tid
       and ${columns.map((column, index) => `t.${column} is not distinct from change.old${index}`).join(' and ')}`,
    [JSON.stringify(changes)],
  );
  return count;
}
