import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import pino from 'pino';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { addJob } from '../../subgraphs/kit/database/jobs.ts';
import { type RunningWorker, startWorker } from '../../subgraphs/kit/database/worker.ts';
import { cloneDatabases, connectAsSuperuser, findCluster } from '../harness/cluster.ts';
import { until } from '../harness/leads.ts';
import { type PostgresProxy, startPostgresProxy } from '../harness/network/postgresProxy.ts';

const QUIET = pino({ level: 'silent' });

describe('a worker whose database goes away', () => {
  let databases: Awaited<ReturnType<typeof cloneDatabases>>;
  let proxy: PostgresProxy;
  /** The test's own connections, which do not go through the proxy. */
  let direct: Knex;
  let db: Knex;
  let worker: RunningWorker | null = null;
  const done = new Set<number>();
  /** Each of them would have ended the process. */
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);

  before(async () => {
    databases = await cloneDatabases(`w${process.pid}`);
    process.on('unhandledRejection', note);
  });
  after(async () => {
    process.off('unhandledRejection', note);
    await databases.drop();
  });
  beforeEach(async () => {
    const url = databases.urls.police as string;
    proxy = await startPostgresProxy(findCluster().port);
    direct = connectDatabase(url, 2);
    db = connectDatabase(proxy.through(url), 2);
    done.clear();
    unhandled.length = 0;
  });
  afterEach(async () => {
    await worker?.stop();
    await db.destroy();
    await direct.destroy();
    await proxy.close();
  });

  const begin = () => {
    worker = startWorker({
      databaseUrl: proxy.through(databases.urls.police as string),
      db,
      tasks: { 'do-one': async (payload) => void done.add((payload as { number: number }).number) },
      concurrency: 4,
      log: QUIET,
    });
  };
  const add = (number: number) => addJob(direct, 'do-one', { number });

  it('goes on where it was lost while the worker began to listen for jobs', async () => {
    const isListening = proxy.hold('LISTEN "jobs:insert"');
    begin();
    await isListening;
    // First that of the lock, by which the worker learns of it; the listening one while it is given back.
    proxy.cutOldest();
    await sleep(300);
    proxy.cutAll();
    await add(1);
    await until('the job is done', async () => done.has(1));
    assert.deepEqual(unhandled, []);
  });

  it('does every job, however often its connections are ended', async () => {
    begin();
    const admin = await connectAsSuperuser();
    const database = new URL(databases.urls.police as string).pathname.slice(1);
    for (let number = 1; number <= 60; number += 1) {
      await add(number);
      await sleep(number * 3);
      if (number % 4 === 0)
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = $1 and application_name like 'casegraph%' and pid <> all ($2)`,
          [database, await pidsOf(direct)],
        );
    }
    await admin.end();
    await until('all jobs are done', async () => done.size === 60);
    assert.deepEqual(unhandled, []);
  });

  it('puts no statement on a connection that is busy, however slow the database is', async () => {
    const warnings: string[] = [];
    const hear = (warning: Error) => void warnings.push(warning.message);
    process.on('warning', hear);
    const isSweeping = proxy.hold('pg_locks');
    begin();
    await isSweeping;
    // In this time it would sweep three times more.
    await sleep(7_000);
    process.off('warning', hear);
    assert.deepEqual(warnings, []);
  });

  async function pidsOf(pool: Knex): Promise<number[]> {
    const { rows } = await pool.raw('select pg_backend_pid() as pid');
    return rows.map(({ pid }: { pid: number }) => pid);
  }
});
