import { EventEmitter } from 'node:events';
import { Logger as GraphileLogger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Knex } from 'knex';
import { connectPool } from './database.ts';
import type { Logger } from './logger.ts';

export interface WorkerOptions {
  databaseUrl: string;
  db: Knex;
  tasks: TaskList;
  concurrency: number;
  log: Logger;
}

export interface RunningWorker {
  /** Lets jobs under way finish, then ends. */
  stop(): Promise<void>;
}

/** Jobs of a worker that died are given back after this long at the latest. */
const SWEEP_MS = 2_000;
const RESTART_MS = 1_000;
/** First key of the advisory locks that say that a worker lives; the second is a hash of its name. */
const ALIVE = 0x6361_7365;

/**
 * Runs an agency's jobs until stopped; begins anew when the database goes away and comes back.
 *
 * graphile-worker keeps a dead worker's jobs locked for four hours. Here a living worker holds an advisory lock for the
 * name under which it locks jobs (its pool's), which PostgreSQL drops with its connection; whoever finds a job locked by a
 * name that nobody holds gives the job back at once. Jobs are safe to run twice, so a lock that was lost too early does no harm.
 */
export function startWorker(options: WorkerOptions): RunningWorker {
  let stopping = false;
  let current: { stop(): Promise<void> } | null = null;
  const ended = (async () => {
    while (!stopping) {
      try {
        const life = await beginLife(options);
        current = life;
        if (stopping) await life.stop();
        await life.ended;
        if (!stopping) options.log.warn('worker lost its database, begins again');
      } catch (error) {
        if (!stopping) options.log.warn({ err: error }, 'worker waits for its database');
      }
      current = null;
      if (!stopping) await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
    }
  })();
  return {
    async stop() {
      stopping = true;
      await current?.stop();
      await ended;
    },
  };
}

async function beginLife({ databaseUrl, db, tasks, concurrency, log }: WorkerOptions) {
  const keeper = await db.client.acquireRawConnection();
  let lost = false;
  let runner: Runner | null = null;
  const stop = async () => {
    await runner?.stop().catch(() => undefined);
  };
  keeper.on('error', () => {
    lost = true;
    void stop();
  });
  // The pool is made, and may lock jobs, before run() returns.
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    keeper.query('select pg_advisory_lock($1, hashtext($2))', [ALIVE, workerPool.id]).catch(() => undefined);
  });
  const pool = connectPool(databaseUrl, concurrency + 4);
  const close = async () => {
    await Promise.allSettled([keeper.end(), pool.end()]);
  };
  try {
    runner = await run({
      pgPool: pool,
      taskList: tasks,
      concurrency,
      pollInterval: 2_000,
      noHandleSignals: true,
      events,
      logger: quietLogger(log),
      preset: { worker: { ...SETTLED_IN_BATCHES, localQueue: { size: concurrency } } },
    });
  } catch (error) {
    await close();
    throw error;
  }
  const ended = runner.promise.finally(async () => {
    clearInterval(sweep);
    await close();
  });
  // Whoever called awaits it too, but only once the first sweep is done.
  ended.catch(() => undefined);
  const sweep = setInterval(() => {
    if (!lost) void freeJobsOfTheDead(keeper, log).catch(() => undefined);
  }, SWEEP_MS);
  if (lost) await stop();
  else await freeJobsOfTheDead(keeper, log).catch(() => undefined);
  return { ended, stop };
}

/**
 * Without batches graphile-worker 0.18 does not wait for the statement that settles a job, so that a database that dies
 * just then ends the whole process by an unhandled rejection; with them, it ends this life of the worker only.
 */
const SETTLED_IN_BATCHES = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

interface RawConnection {
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

async function freeJobsOfTheDead(keeper: RawConnection, log: Logger): Promise<void> {
  const { rows } = await keeper.query(
    `select locked_by from graphile_worker._private_jobs
     where locked_by is not null and locked_at < now() - interval '1 second'
     group by locked_by
     having not exists (
       select from pg_locks where locktype = 'advisory' and classid = $1::oid
         and objid::bigint = (hashtext(locked_by)::bigint & 4294967295))`,
    [ALIVE],
  );
  const dead = rows.map((row) => String(row.locked_by));
  if (dead.length === 0) return;
  await keeper.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
  log.info({ workers: dead.length }, 'jobs of dead workers given back');
}

/** graphile-worker's own log, without what jobs carry: a failed job is named by its task, the rest is trouble with the database. */
function quietLogger(log: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    if (level !== 'error') return;
    const task = /^Failed task \S+ \(([\w-]+)/.exec(message)?.[1];
    if (task) log.warn({ task }, 'job failed, will be tried again');
    else log.info('job queue in trouble');
  });
}
