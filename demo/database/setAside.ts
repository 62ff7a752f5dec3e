import type { Client } from 'pg';

/**
 * Takes foreign keys and plain indexes off the tables, inside the transaction, so that rows are checked and sorted once for
 * all instead of one by one (two thirds of PostgreSQL's time). Gives what puts them back, which fails where a row breaks a key.
 * Unique indexes stay: they hold what must never be twice, and some carry a comment.
 */
export async function setAside(client: Client, tables: readonly string[]): Promise<{ putBack(): Promise<void> }> {
  return takeAside(
    client,
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as take,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as put
     from pg_constraint where contype = 'f' and conrelid = any($1::text[]::regclass[])
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
     from pg_index where indrelid = any($1::text[]::regclass[]) and not indisunique and obj_description(indexrelid) is null`,
    tables,
  );
}

/** Exempts the owner from the tables' row-level security inside the transaction, since COPY does not work under it. */
export async function exemptOwner(client: Client, tables: readonly string[]): Promise<{ putBack(): Promise<void> }> {
  return takeAside(
    client,
    `select format('alter table %s no force row level security', oid::regclass) as take,
            format('alter table %s force row level security', oid::regclass) as put
     from pg_class where oid = any($1::text[]::regclass[]) and relforcerowsecurity`,
    tables,
  );
}

/** Silences the tables' own triggers inside the transaction: what they would note row by row is noted at once, where there is a need. */
export async function silenceTriggers(
  client: Client,
  tables: readonly string[],
): Promise<{ putBack(): Promise<void> }> {
  return takeAside(
    client,
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as take,
            format('alter table %s enable trigger %I', tgrelid::regclass, tgname) as put
     from pg_trigger where tgrelid = any($1::text[]::regclass[]) and not tgisinternal`,
    tables,
  );
}

/** @param statements a query that gives what takes something aside, and what puts it back */
async function takeAside(client: Client, statements: string, tables: readonly string[]) {
  const { rows } = await client.query<{ take: string; put: string }>(statements, [tables]);
  if (rows.length > 0) await client.query(rows.map(({ take }) => take).join('; '));
  return {
    async putBack() {
      if (rows.length > 0) await client.query(rows.map(({ put }) => put).join('; '));
    },
  };
}
