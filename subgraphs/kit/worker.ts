import { Logger as GraphileLogger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Knex } from 'knex';
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
 * graphile-worker keeps a dead worker's jobs locked for four hours. Here a living worker holds an advisory lock for each
 * of its names, which PostgreSQL drops with its connection; whoever finds a job locked by a name that nobody holds gives
 * the job back at once. Jobs are safe to run twice, so a lock that was lost too early does no harm.
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
      } catch (error) {
        if (!stopping) options.log.warn({ err: error }, 'worker lost its database, begins again');
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
  const names: string[] = [];
  let broken = false;
  keeper.on('error', () => {
    broken = true;
  });
  let runner: Runner;
  try {
    runner = await run({
      connectionString: databaseUrl,
      taskList: tasks,
      concurrency,
      maxPoolSize: concurrency + 4,
      pollInterval: 2_000,
      noHandleSignals: true,
      logger: quietLogger(log),
    });
  } catch (error) {
    await keeper.end().catch(() => undefined);
    throw error;
  }
  const announce = async (name: string) => {
    names.push(name);
    await keeper.query('select pg_advisory_lock($1, hashtext($2))', [ALIVE, name]);
  };
  runner.events.on('worker:create', ({ worker }) => void announce(worker.workerId).catch(() => undefined));
  const sweep = setInterval(() => {
    if (broken) void runner.stop().catch(() => undefined);
    else void freeJobsOfTheDead(keeper, log).catch(() => undefined);
  }, SWEEP_MS);
  await freeJobsOfTheDead(keeper, log).catch(() => undefined);
  const ended = runner.promise.finally(async () => {
    clearInterval(sweep);
    await keeper.end().catch(() => undefined);
  });
  return { ended, stop: () => runner.stop().catch(() => undefined) };
}

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

/** graphile-worker's own log, without what jobs carry: errors become their level and kind only. */
function quietLogger(log: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error')
      log.warn({ job: message.match(/^Failed task \S+ \([\w-]+/)?.[0] ?? 'queue' }, 'job failed, will be tried again');
  });
}
