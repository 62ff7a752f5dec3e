import { loadAgencyKeys } from '../../../subgraphs/kit/crypto/keys.ts';
import { findSealedColumns } from '../../../subgraphs/kit/crypto/sealedColumns.ts';
import { connectDatabase } from '../../../subgraphs/kit/database/database.ts';
import { agencyOfPart } from '../../../subgraphs/kit/definition.ts';
import { connectAsSuperuser } from '../cluster.ts';
import type { TestSystem } from '../system.ts';

/** A person as the agencies' databases know one: the identity number, and the token that is made of it. */
export interface Known {
  idNumber: string;
  token: string;
}

/**
 * Gives a person another identity number in every database, wherever it or its token stands, past all rules and triggers.
 * @returns how many values were changed, by part
 */
export async function changeNumber(system: TestSystem, from: Known, to: Known): Promise<Map<string, number>> {
  const changed = new Map<string, number>();
  for (const [part, url] of Object.entries(system.databaseUrls)) {
    const tokens = await changeTokens(new URL(url).pathname.slice(1), from.token, to.token);
    changed.set(part, tokens + (await changeSealed(system, part, url, from.idNumber, to.idNumber)));
  }
  return changed;
}

async function changeTokens(database: string, from: string, to: string): Promise<number> {
  const admin = await connectAsSuperuser(database);
  try {
    // Neither the triggers of ledger and audit trail nor foreign keys.
    await admin.query("set session_replication_role = 'replica'");
    const { rows: columns } = await admin.query<{ table: string; column: string; isList: boolean }>(
      `select format('%I', c.relname) as table, format('%I', a.attname) as column, a.atttypid = 'text[]'::regtype as "isList"
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
         and a.atttypid in ('text'::regtype, 'text[]'::regtype)`,
    );
    let count = 0;
    for (const { table, column, isList } of columns) {
      const { rowCount } = await admin.query(
        isList
          ? `update ${table} set ${column} = array_replace(${column}, $1, $2) where ${column} @> array[$1]`
          : `update ${table} set ${column} = $2 where ${column} = $1`,
        [from, to],
      );
      count += rowCount ?? 0;
    }
    return count;
  } finally {
    await admin.end();
  }
}

async function changeSealed({ config }: TestSystem, part: string, url: string, from: string, to: string) {
  const db = connectDatabase(url, 1);
  let count = 0;
  try {
    const { fieldCipher } = await loadAgencyKeys(config.keysFolder, agencyOfPart(part));
    for (const { table, columns } of await findSealedColumns(db)) {
      for (const column of columns) {
        const { rows } = await db.raw<{ rows: { at: string; sealed: string }[] }>(
          `select ctid::text as at, ${column} as sealed from ${table} where ${column} is not null`,
        );
        for (const { at, sealed } of rows) {
          if (!canOpen(fieldCipher.open, sealed) || fieldCipher.open(sealed) !== from) continue;
          await db.raw(`update ${table} set ${column} = ? where ctid = ?::tid`, [fieldCipher.seal(to), at]);
          count += 1;
        }
      }
    }
  } finally {
    await db.destroy();
  }
  return count;
}

function canOpen(open: (sealed: string) => string, sealed: string): boolean {
  try {
    return open(sealed).length > 0;
  } catch {
    // The fixture's rows may hold what nobody has sealed.
    return false;
  }
}
