import pg from 'pg';
import type { Officer } from './cases.ts';
import { eachView, type Viewed } from './views.ts';

/** Statements by database and kind, as pg_stat_statements tells them apart: with how often each was done for a view. */
export type Counted = ReadonlyMap<string, number>;

/** What tells a connection whose rows it may see is no statement of the view's own: it goes along with one. */
const COUNTED = `select datname || ' ' || queryid as kind, sum(calls)::int as calls
  from pg_stat_statements join pg_database on pg_database.oid = dbid
  where datname <> 'postgres' and query not like 'select set_config%' group by 1`;

/** Of each officer so many cases: the answers are the same for everybody who gives views. */
const CASES = 5;

export async function countStatements(
  superuserUrl: string,
  viewed: Viewed,
  officers: readonly Officer[],
): Promise<Counted> {
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
    const { rows } = await client.query<{ kind: string; calls: number }>(COUNTED);
    return new Map(rows.map(({ kind, calls }) => [kind, calls / views]));
  } finally {
    await client.end();
  }
}

export function total(counted: Counted): number {
  return [...counted.values()].reduce((sum, count) => sum + count, 0);
}

/** @throws where one of two sends a statement that the other does not send as often */
export function compareStatements(one: Counted, other: Counted): void {
  const differing = [...new Set([...one.keys(), ...other.keys()])].filter(
    (kind) => (one.get(kind) ?? 0).toFixed(2) !== (other.get(kind) ?? 0).toFixed(2),
  );
  if (differing.length === 0) return;
  const told = differing.map((kind) => `${kind} ${one.get(kind) ?? 0} and ${other.get(kind) ?? 0} times a view`);
  throw new Error(`The statements differ: ${told.join('; ')}.`);
}
