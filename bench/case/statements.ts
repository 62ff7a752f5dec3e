import pg from 'pg';
import type { Officer } from './cases.ts';
import { eachView, type Viewed } from './views.ts';

/** A kind of statement, as pg_stat_statements tells them apart. */
export interface Counted {
  /** Its database, and the kind's number there. */
  kind: string;
  /** The first table that it names. */
  table: string;
  /** How often it is done for a view. */
  times: number;
  /** Milliseconds that the server executes it for a view, waiting for the disk included. */
  ms: number;
}

/** What tells a connection whose rows it may see is no statement of the view's own: it goes along with one. */
const COUNTED = `select datname || ' ' || queryid as kind,
    coalesce(substring(query from '(?:from|update) "?(?!unnest|\\(|select)([a-z_]+)'), '') as "table",
    sum(calls)::int as times, sum(total_exec_time) as ms
  from pg_stat_statements join pg_database on pg_database.oid = dbid
  where datname <> 'postgres' and query not like 'select set_config%' group by 1, 2`;

/** Of each officer so many cases: the answers are the same for everybody who gives views. */
const CASES = 20;

export async function countStatements(
  superuserUrl: string,
  viewed: Viewed,
  officers: readonly Officer[],
): Promise<Counted[]> {
  const some = officers.map((officer) => ({ ...officer, cases: officer.cases.slice(0, CASES) }));
  const views = some.reduce((sum, { cases }) => sum + cases.length, 0);
  const ask = () => eachView(viewed, some, () => undefined);
  // Once before it counts: whoever asked last has moved the ends of the trails.
  await ask();
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('select pg_stat_statements_reset()');
    await ask();
    const { rows } = await client.query<Counted>(COUNTED);
    return rows.map((row) => ({ ...row, times: row.times / views, ms: row.ms / views }));
  } finally {
    await client.end();
  }
}

export function timesOf(counted: readonly Counted[]): number {
  return counted.reduce((sum, { times }) => sum + times, 0);
}

/** @throws where one of two sends a statement that the other does not send as often */
export function compareStatements(one: readonly Counted[], other: readonly Counted[]): void {
  const [first, second] = [one, other].map((each) => new Map(each.map(({ kind, times }) => [kind, times.toFixed(2)])));
  const differing = [...one, ...other].filter(({ kind }) => first?.get(kind) !== second?.get(kind));
  if (differing.length === 0) return;
  throw new Error(`The statements differ: ${differing.map(({ kind, table }) => `${kind} (${table})`).join(', ')}.`);
}
