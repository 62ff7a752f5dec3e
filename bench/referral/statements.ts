import type { ReferralSystem } from './system.ts';

/** What PostgreSQL has executed since the last reset, by database. */
export async function statementsByDatabase(system: ReferralSystem): Promise<Map<string, number>> {
  const admin = await system.connectAsSuperuser('postgres');
  try {
    const { rows } = await admin.query<{ datname: string; calls: number }>(
      `select datname, sum(calls)::int as calls from pg_stat_statements join pg_database on oid = dbid
       where toplevel and datname <> 'postgres' group by datname order by datname`,
    );
    return new Map(rows.map((row) => [row.datname, row.calls]));
  } finally {
    await admin.end();
  }
}

export async function resetStatements(system: ReferralSystem): Promise<void> {
  const admin = await system.connectAsSuperuser('postgres');
  await admin.query('select pg_stat_statements_reset()');
  await admin.end();
}
