import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { SEND_CONCURRENCY } from '../../subgraphs/kit/agency/worker.ts';
import { addJob } from '../../subgraphs/kit/database/jobs.ts';
import { type ClosedLoop, ceiling } from './load.ts';

const WORKER = fileURLToPath(new URL('./bareWorker.ts', import.meta.url));

/**
 * Jobs per second through the job queue alone: the agency's own database, its worker's own settings, a job that does
 * nothing, and each job added in a transaction of its own together with a row, as an envelope is.
 */
export async function bareQueuePerSecond(db: Knex, databaseUrl: string, loop: ClosedLoop): Promise<number> {
  await db.raw('create table if not exists bench_rows (id uuid primary key, body text not null)');
  const worker = fork(WORKER, [databaseUrl, String(SEND_CONCURRENCY)]);
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const done = new Set<string>();
  worker.on('message', (ids) => {
    for (const id of ids as string[]) done.add(id);
  });
  try {
    return await ceiling(
      {
        async begin() {
          const id = uuidv7();
          await db.transaction(async (tx) => {
            await tx('bench_rows').insert({ id, body: 'x'.repeat(1_000) });
            await addJob(tx, 'bench-nothing', { id });
          });
          return id;
        },
        finished: async (ids) => ids.filter((id) => done.delete(id)),
      },
      loop,
    );
  } finally {
    worker.disconnect();
    await ended;
    await db.raw('drop table bench_rows');
  }
}
