import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { connectAsSuperuser } from '../harness/cluster.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('the cost of a page', () => {
  let system: TestSystem;
  let officer: Asker;
  let statistics: pg.Client;

  before(async () => {
    system = await startSystem({ demo: { cases: 150, leads: 120 } });
    officer = await system.people.as('womens-federation.shenyang.officer');
    statistics = await connectAsSuperuser();
    // Its polling would be counted too.
    await system.stopPart('worker');
  });
  after(async () => {
    await statistics.end();
    await system.stop();
  });

  const databases = () => Object.values(system.databaseUrls).map((url) => new URL(url).pathname.slice(1));

  /** Statements that the page costs, by database, counted by PostgreSQL itself; but for telling a connection its scope, which depends on who used it last. */
  async function statementsFor(
    first: number,
  ): Promise<{ leads: number; statements: number; byDatabase: Record<string, number> }> {
    await statistics.query(
      'select pg_stat_statements_reset(0, (select oid from pg_database where datname = d), 0) from unnest($1::text[]) d',
      [databases()],
    );
    const { aidLeads } = await officer.ask(operations.LeadPageDocument, { first });
    const { rows } = await statistics.query<{ datname: string; calls: number }>(
      `select datname, sum(calls)::int as calls from pg_stat_statements(true) join pg_database on pg_database.oid = dbid
       where datname = any($1) and query not like '%set_config(%' group by datname`,
      [databases()],
    );
    return {
      leads: aidLeads.edges.length,
      statements: rows.reduce((sum, row) => sum + row.calls, 0),
      byDatabase: Object.fromEntries(rows.map((row) => [row.datname.replace(/_t[0-9a-f]+$/, ''), row.calls])),
    };
  }

  it('100 leads with their cases, persons, referrals and histories cost as many statements as 50', async () => {
    await statementsFor(50); // Connections are made, and asked for their version, once.
    const fifty = await statementsFor(50);
    const hundred = await statementsFor(100);
    assert.deepEqual([fifty.leads, hundred.leads], [50, 100]);
    assert.deepEqual(hundred.byDatabase, fifty.byDatabase);
    assert.ok(fifty.statements > 20 && fifty.statements <= 40, `${fifty.statements} statements`);
  });
});
