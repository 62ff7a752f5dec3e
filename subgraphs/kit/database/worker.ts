import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger as GraphileLogger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Knex } from 'knex';
import type { Logger } from '../server/logger.ts';
import { connectPool } from './database.ts';

export interface WorkerOptions {
  databaseUrl: string;
  db: Knex;
  tasks: TaskList;
  /** Jobs that come by the clock, in graphile-worker's form. */
  crontab?: string;
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
/** Jobs under way that have not finished by then are left behind: they are done again. */
const LONGEST_END_MS = 5_000;
const LONGEST_DISCONNECT_MS = 1_000;
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
  let current: Life | null = null;
  const ended = (async () => {
    while (!stopping) {
      try {
        const life = await beginLife(options);
        current = life;
        if (stopping) life.stop();
        await life.ended;
        if (!stopping) options.log.warn('worker lost its database, begins again');
      } catch (error) {
        if (!stopping) options.log.warn({ code: (error as { code?: unknown }).code }, 'worker waits for its database');
      }
      current = null;
      if (!stopping) await sleep(RESTART_MS);
    }
  })();
  return {
    async stop() {
      stopping = true;
      current?.stop();
      await ended;
    },
  };
}

interface Life {
  /** Resolves when it is over, whatever ended it. */
  ended: Promise<void>;
  /** Begins the end. */
  stop(): void;
}

/** From one connection to the database until it is lost. @throws where the database cannot be reached */
async function beginLife({ databaseUrl, db, tasks, crontab = '', concurrency, log }: WorkerOptions): Promise<Life> {
  const keeper = await db.client.acquireRawConnection();
  const pool = connectPool(databaseUrl, concurrency + 4);
  const over = Promise.withResolvers<void>();
  let runner: Runner | null = null;
  let lost = false;
  let isNamed: Promise<unknown> = Promise.resolve();
  const stop = () => {
    runner?.stop().catch(() => undefined);
  };
  keeper.on('error', () => {
    lost = true;
    stop();
  });
  const events: WorkerEvents = new EventEmitter();
  // The pool is made, and may lock jobs, before run() returns.
  events.on('pool:create', ({ workerPool }) => {
    isNamed = keeper.query('select pg_advisory_lock($1, hashtext($2))', [ALIVE, workerPool.id]).catch(() => undefined);
  });
  events.on('pool:gracefulShutdown', () => setTimeout(over.resolve, LONGEST_END_MS));
  try {
    runner = await run({
      pgPool: pool,
      taskList: tasks,
      crontab,
      concurrency,
      pollInterval: 2_000,
      noHandleSignals: true,
      events,
      logger: quietLogger(log),
      preset: SETTLED_IN_BATCHES,
    });
    runner.promise.then(over.resolve, over.resolve);
  } catch (error) {
    await disconnect(keeper, pool);
    throw error;
  }
  // One statement at a time: a connection that has more to do than it can is no place for another.
  let sweeping: Promise<void> | null = null;
  const freeJobs = () => {
    sweeping ??= isNamed
      .then(() => freeJobsOfTheDead(keeper, log))
      .catch(() => undefined)
      .finally(() => {
        sweeping = null;
      });
    return sweeping;
  };
  if (lost) stop();
  else void freeJobs();
  const sweep = setInterval(() => {
    if (!lost) void freeJobs();
  }, SWEEP_MS);
  const ended = over.promise.then(() => {
    clearInterval(sweep);
    return disconnect(keeper, pool);
  });
  return { ended, stop };
}

/** Connections that are dead, or still held by a job that was left behind, do not hold up whoever waits. */
async function disconnect(...connections: { end(): Promise<void> }[]): Promise<void> {
  await Promise.race([
    Promise.allSettled(connections.map((connection) => connection.end())),
    sleep(LONGEST_DISCONNECT_MS, undefined, { ref: false }),
  ]);
}

/**
 * Two faults of graphile-worker 0.18. Without batches it does not wait for the statement that settles a job, so that a
 * database that dies just then ends the whole process by an unhandled rejection. With them, a pool whose settling has failed
 * twice never finishes to shut down; hence the longest time that an end is waited for.
 */
const SETTLED_IN_BATCHES = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

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
