import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { print } from 'graphql';
import type pg from 'pg';
import * as operations from '../../../schema/generated/operations.ts';
import { connectAsSuperuser } from '../../harness/cluster.ts';
import { leadInput, until } from '../../harness/leads.ts';
import { startSystem, type TestSystem } from '../../harness/system.ts';
import { tokenOf } from '../../harness/token.ts';

const OFFICER = 'womens-federation.shenyang.officer';

describe('a client that goes away', () => {
  let system: TestSystem;
  let database: string;
  let token: string;
  let admin: pg.Client;
  before(async () => {
    system = await startSystem({ parts: ['identity', 'exchange', 'womens-federation', 'gateway'] });
    database = new URL(system.databaseUrls['womens-federation'] as string).pathname.slice(1);
    token = await tokenOf(system, OFFICER);
    admin = await connectAsSuperuser(database);
  });
  after(async () => {
    await admin.end();
    await system.stop();
  });

  const post = (document: Parameters<typeof print>[0], variables: object, signal: AbortSignal) =>
    fetch(`${system.config.urls.gateway}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: print(document), variables }),
      signal,
    });

  /** Statements of the agency's server that run, or transactions that it has left open. */
  const unfinished = async () => {
    const { rows } = await admin.query<{ state: string }>(
      `select state from pg_stat_activity
       where datname = $1 and pid <> pg_backend_pid() and (state = 'active' or state like 'idle in transaction%')`,
      [database],
    );
    return rows.map(({ state }) => state);
  };

  /** Asks while nobody can read or write leads, and goes when the statement waits for that. Milliseconds until nothing of it runs. */
  async function goWhileLocked(document: Parameters<typeof print>[0], variables: object): Promise<number> {
    const lock = await connectAsSuperuser(database);
    try {
      await lock.query('begin');
      await lock.query('lock table aid_leads in access exclusive mode');
      const others = async () => (await unfinished()).filter((state) => state === 'active').length;
      const client = new AbortController();
      const asked = post(document, variables, client.signal);
      await until('the statement waits', async () => (await others()) > 0);
      const gone = performance.now();
      client.abort();
      await assert.rejects(asked);
      // The lock's own transaction is the one that is left.
      await until('nothing runs', async () => (await unfinished()).length === 1);
      return performance.now() - gone;
    } finally {
      await lock.end();
    }
  }

  it('has its read ended in the database', async () => {
    const took = await goWhileLocked(operations.LeadInboxDocument, { first: 10 });
    assert.ok(took < 1_000, `${took} ms`);
  });

  it('has nothing of its change done, which the same key does later once', async () => {
    const input = await leadInput(system);
    const keys = async () =>
      (await admin.query('select 1 from idempotency_keys where key = $1', [input.idempotencyKey])).rowCount;
    const took = await goWhileLocked(operations.CreateAidLeadDocument, { input });
    assert.ok(took < 1_000, `${took} ms`);
    assert.equal(await keys(), 0, 'what the transaction did before it waited is taken back');
    const officer = await system.people.as(OFFICER);
    const first = await officer.ask(operations.CreateAidLeadDocument, { input });
    const again = await officer.ask(operations.CreateAidLeadDocument, { input });
    assert.ok(first.createAidLead.aidLead);
    assert.deepEqual(first, again);
    assert.equal(await keys(), 1);
  });

  it('leaves its connections to others: a hundred go, and whoever comes is answered', async () => {
    const officer = await system.people.as(OFFICER);
    for (let round = 0; round < 5; round += 1) {
      const clients = Array.from({ length: 20 }, () => new AbortController());
      // Each asks something else: identical reads would be done once.
      const asked = clients.map(({ signal }, index) =>
        post(operations.LeadInboxDocument, { first: index + 1 }, signal).catch(() => null),
      );
      await new Promise((resolve) => setTimeout(resolve, round * 5));
      for (const client of clients) client.abort();
      const { aidLeads } = await officer.ask(operations.LeadInboxDocument, { first: 50 });
      assert.equal(aidLeads.edges.length, 1);
      await Promise.all(asked);
    }
    await until('nothing runs', async () => (await unfinished()).length === 0);
  });
});
