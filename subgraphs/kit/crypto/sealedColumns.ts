import type { Knex } from 'knex';
import { SYSTEM_SCOPE } from '../database/rowScope.ts';
import { runInScope } from '../server/requestState.ts';

/** A table that holds sealed fields; names as SQL wants them. */
export interface SealedTable {
  table: string;
  columns: string[];
}

/** Whoever counts and changes all rows has to see them all, whatever pool is given: what is not seen would be lost with its key. */
export function asSystem<T>(db: Knex, work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
  return runInScope(SYSTEM_SCOPE, () => db.transaction(work));
}

/**
 * The database's sealed columns, by their names: `…_sealed`. A yes or no of that name is none.
 * @throws for one of a type that nobody has taught the rotation
 */
export async function findSealedColumns(db: Knex): Promise<SealedTable[]> {
  const { rows } = await db.raw<{ rows: { table: string; column: string; type: string }[] }>(
    `select format('%I.%I', n.nspname, c.relname) as table, format('%I', a.attname) as column,
            format_type(a.atttypid, null) as type
     from pg_attribute a
       join pg_class c on c.oid = a.attrelid
       join pg_namespace n on n.oid = c.relnamespace
     where right(a.attname, 7) = '_sealed' and c.relkind = 'r' and not a.attisdropped
       and n.nspname not in ('pg_catalog', 'information_schema') and a.atttypid <> 'boolean'::regtype
     order by 1, a.attnum`,
  );
  const other = rows.find(({ type }) => type !== 'text');
  if (other) throw new Error(`${other.table}.${other.column} is sealed, but of the type ${other.type}.`);
  return [...Map.groupBy(rows, (row) => row.table)].map(([table, found]) => ({
    table,
    columns: found.map(({ column }) => column),
  }));
}

/** How many values are sealed by another version than this one; one statement for each table. */
export async function countOtherVersions(db: Knex, tables: readonly SealedTable[], version: number): Promise<number> {
  let count = 0;
  for (const { table, columns } of tables) {
    const counts = columns.map((column) => `count(*) filter (where ${column} not like '${version}.%')`);
    const { rows } = await asSystem(db, (tx) =>
      tx.raw<{ rows: { others: number }[] }>(`select ${counts.join(' + ')} as others from ${table}`),
    );
    count += Number(rows[0]?.others ?? 0);
  }
  return count;
}
