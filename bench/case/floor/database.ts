import pg from 'pg';
import type { RowScope } from '../../../subgraphs/kit/database/rowScope.ts';
import { ScopedQuery, TELL } from './scopedQuery.ts';
import type { Sent } from './statements.ts';

/** An agency's database, as its own login: each statement sees the rows of its scope. */
export interface Database {
  rows<Row>(statement: Sent, scope: RowScope): Promise<Row[]>;
  run(statement: Sent, scope: RowScope): Promise<number>;
}

/** As many connections as a subgraph has. */
const MOST = 10;

const { builtins } = pg.types;
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === builtins.DATE) return (value: string) => value;
    if (oid === builtins.INT8) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

export function connect(connectionString: string): Database {
  const pool = new pg.Pool({
    connectionString,
    max: MOST,
    types: types as pg.CustomTypesConfig,
    // Planned once: below row-level security planning takes longer than what is planned.
    options: '-c plan_cache_mode=force_generic_plan',
  });
  const told = new WeakMap<pg.PoolClient, RowScope>();

  async function send(statement: Sent, scope: RowScope): Promise<pg.QueryResult> {
    const client = await pool.connect();
    try {
      const known = told.get(client);
      if (!known) await client.query(TELL);
      if (known?.region === scope.region && known.agency === scope.agency) return await client.query(statement);
      const answer = await answerTo(client, new ScopedQuery(statement, scope));
      told.set(client, scope);
      return answer;
    } finally {
      client.release();
    }
  }

  return {
    rows: async (statement, scope) => (await send(statement, scope)).rows,
    run: async (statement, scope) => (await send(statement, scope)).rowCount ?? 0,
  };
}

function answerTo(client: pg.PoolClient, query: pg.Query): Promise<pg.QueryResult> {
  const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult>();
  const connection = client as unknown as {
    query(query: pg.Query, done: (error: Error | undefined, answer: pg.QueryResult) => void): void;
  };
  connection.query(query, (error, answer) => (error ? reject(error) : resolve(answer)));
  return promise;
}
