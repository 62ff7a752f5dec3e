import { Client } from 'pg';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import { copyRows } from './copyRows.ts';
import type { Row } from './rows.ts';
import { exemptOwner, setAside, silenceTriggers } from './setAside.ts';

/** Where a database stands: without the demonstration, with all of it, or with other people's rows. */
export type State = 'EMPTY' | 'LOADED' | 'FOREIGN';

/** One agency's database while it is filled; one transaction for all of it. */
export interface Target {
  state(tables: readonly string[]): Promise<State>;
  /** Begins the transaction; until `settle` the tables are without their foreign keys and plain indexes, until `finish` without triggers. */
  begin(tables: readonly string[]): Promise<void>;
  /** Takes out what an earlier, broken load has left. */
  empty(tables: readonly string[]): Promise<void>;
  insert(table: string, rows: readonly Row[], onRows: (count: number) => void): Promise<void>;
  run(sql: string, values?: unknown[]): Promise<void>;
  /** Puts keys and indexes back, and has the rows counted for the planner. @throws where a row breaks a key */
  settle(): Promise<void>;
  /** Says that the rows are invented, and commits. */
  finish(seed: string): Promise<void>;
  close(): Promise<void>;
}

/** Rows in one statement: some megabytes at most. */
const BATCH = 5_000;

export const NOTE =
  '演示数据：所有人员、案件、号码均为虚构，由固定种子生成。 Demonstration data: every person, case and number is invented, generated from a fixed seed.';

export async function connectTarget(url: string): Promise<Target> {
  const client = new Client({ connectionString: seeingAllRows(url), application_name: 'casegraph-demo' });
  // A connection that breaks between two statements shows in the next one.
  client.on('error', () => undefined);
  await client.connect();
  const run = async (sql: string, values: unknown[] = []) => {
    await client.query(sql, values);
  };
  const isTrue = async (sql: string) => {
    const { rows } = await client.query<{ answer: boolean }>(`select ${sql} as answer`);
    return rows[0]?.answer ?? false;
  };
  let aside: Awaited<ReturnType<typeof setAside>> | null = null;
  let exempted: Awaited<ReturnType<typeof exemptOwner>> | null = null;
  let silenced: Awaited<ReturnType<typeof silenceTriggers>> | null = null;
  const filled = new Set<string>();
  return {
    run,
    async state(tables) {
      await run(
        'create table if not exists demo_data (loaded_at timestamptz not null, seed text not null, note text not null)',
      );
      if (await isTrue('exists (select from demo_data)')) return 'LOADED';
      const holdsRows = tables.map((table) => `exists (select from ${table})`).join(' or ');
      return (await isTrue(holdsRows)) ? 'FOREIGN' : 'EMPTY';
    },
    async begin(tables) {
      await run('begin');
      // The load is done again after a crash, so it need not wait for the disk.
      await run('set local synchronous_commit = off');
      aside = await setAside(client, tables);
      exempted = await exemptOwner(client, tables);
      silenced = await silenceTriggers(client, tables);
    },
    async empty(tables) {
      await run(`truncate ${tables.join(', ')}, demo_data`);
    },
    async insert(table, rows, onRows) {
      filled.add(table);
      for (let from = 0; from < rows.length; from += BATCH) {
        const batch = rows.slice(from, from + BATCH);
        await copyRows(client, table, batch);
        onRows(batch.length);
      }
    },
    async settle() {
      await aside?.putBack();
      // PostgreSQL would count by itself within a minute, and plan badly until then.
      if (filled.size > 0) await run(`analyze ${[...filled].join(', ')}`);
    },
    async finish(seed) {
      await run('insert into demo_data (loaded_at, seed, note) values (now(), $1, $2)', [seed, NOTE]);
      await exempted?.putBack();
      await silenced?.putBack();
      await run('commit');
    },
    close: () => client.end(),
  };
}
