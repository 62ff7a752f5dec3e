import pg from 'pg';

/** The columns and their types of each table of a database, as one text: two tables with the same name and text are the same. */
export async function tableShapes(databaseUrl: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; shape: string }>(
      `select table_name as name, string_agg(column_name || ' ' || udt_name, ', ' order by column_name) as shape
       from information_schema.columns where table_schema = 'public' group by table_name`,
    );
    return new Map(rows.map(({ name, shape }) => [name, shape]));
  } finally {
    await client.end();
  }
}
