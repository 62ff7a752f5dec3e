import type { Knex } from 'knex';

/** Adds a job of graphile-worker in the caller's transaction. @param runAt now unless given */
export async function addJob(
  tx: Knex,
  task: string,
  payload: object,
  options: { runAt?: Date; key?: string; queue?: string } = {},
): Promise<void> {
  await tx.raw('select graphile_worker.add_job(?, ?::json, run_at => ?, job_key => ?, queue_name => ?)', [
    task,
    JSON.stringify(payload),
    options.runAt?.toISOString() ?? null,
    options.key ?? null,
    options.queue ?? null,
  ]);
}
