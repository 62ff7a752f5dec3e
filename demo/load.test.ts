import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { verifyLedger } from '../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import { connectDatabase } from '../subgraphs/kit/database/database.ts';
import { agencyOfPart } from '../subgraphs/kit/definition.ts';
import { cloneDatabases, findCluster } from '../test/harness/cluster.ts';
import { tablesOf } from './database/tables.ts';
import { type Loaded, loadDemo } from './load.ts';

const NOTHING: Loaded = { cases: 0, leads: 0, persons: 0, referrals: 0, ledgerEntries: 0 };

describe('loading the demonstration', () => {
  const { keysFolder } = findCluster().config;
  const progress: number[] = [];
  let cloned: Awaited<ReturnType<typeof cloneDatabases>>;
  let databases: Record<string, string>;
  const load = () =>
    loadDemo({ databases, keysFolder, cases: 60, leads: 40, onProgress: (done, total) => progress.push(done / total) });
  const run = async (agency: string, sql: string): Promise<Record<string, unknown>[]> => {
    const db = connectDatabase(databases[agency] as string, 1);
    try {
      return (await db.raw(sql)).rows;
    } finally {
      await db.destroy();
    }
  };

  before(async () => {
    cloned = await cloneDatabases('demo_load');
    databases = Object.fromEntries(Object.entries(cloned.urls).map(([part, url]) => [agencyOfPart(part), url]));
  });
  after(() => cloned.drop());

  it('refuses a database that holds other rows, and changes nothing', async () => {
    await run('COURTS', "insert into courts values ('京01', '别的法院', '110100')");
    await assert.rejects(load(), /COURTS/);
    assert.deepEqual(await run('POLICE', 'select from persons'), []);
    await run('COURTS', 'delete from courts');
  });

  it('fills all databases, and the chain of the ledger verifies', async () => {
    const loaded = await load();
    assert.deepEqual([loaded.cases, loaded.leads], [60, 40]);
    const db = connectDatabase(databases.HUB as string, 1);
    const { head, ...verification } = await verifyLedger(db).finally(() => db.destroy());
    assert.equal(head.seq, loaded.ledgerEntries);
    assert.deepEqual(verification, { intact: true, entries: loaded.ledgerEntries, firstBad: null, fault: null });
    assert.equal(progress.at(-1), 1);
    assert.deepEqual(
      progress.toSorted((a, b) => a - b),
      progress,
    );
  });

  it('has a job for every notice and expiry to come, none of them due', async () => {
    const jobs = await run(
      'HUB',
      "select run_at < now() as due from graphile_worker.jobs where key ~ '^(deadline|expire):'",
    );
    assert.ok(jobs.length > 0);
    assert.ok(jobs.every(({ due }) => due === false));
  });

  it('goes on counting leads after its own', async () => {
    const [next] = await run('WOMENS_FEDERATION', "select nextval('aid_lead_number')::int as number");
    assert.equal(next?.number, 41);
  });

  it('does nothing the second time', async () => {
    assert.deepEqual(await load(), NOTHING);
  });

  it('begins anew where a load broke before the exchange had all', async () => {
    const tables = tablesOf('HUB').join(', ');
    await run('HUB', `truncate ${tables}, demo_data`);
    await run('HUB', "update ledger_head set seq = 0, hash = ''");
    assert.equal((await load()).cases, 60);
    const [count] = await run('POLICE', 'select count(*)::int as markers from demo_data');
    assert.equal(count?.markers, 1);
  });

  it('says that everything is invented', async () => {
    for (const agency of Object.keys(databases)) {
      const [marker] = await run(agency, 'select note from demo_data');
      assert.match(String(marker?.note), /虚构.*invented/s);
    }
  });
});
