import pg from 'pg';
import { type Config, readConfig } from '../../runtime/config.ts';
import { databaseUrlOf, provision } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { createHome } from '../harness/home.ts';
import { type Part, startParts } from '../harness/part.ts';

/**
 * Everything that a referral passes through, as `npm start` runs it: the database, the six subgraphs in one process, and
 * the worker in another; no gateway, which has no part in it.
 */
export interface ReferralSystem {
  config: Config;
  databaseUrl(part: string): string;
  /** A superuser's connection. */
  connectAsSuperuser(database: string): Promise<pg.Client>;
  startWorker(): Promise<Part>;
  stop(): Promise<void>;
}

export async function startReferralSystem(): Promise<ReferralSystem> {
  const home = await createHome('referral');
  const config = readConfig(home.env);
  const { superuserPassword } = provision(config);
  const running: Part[] = [];
  const connectAsSuperuser = async (database: string) => {
    const port = config.ports.database as number;
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: superuserPassword, database });
    await client.connect();
    return client;
  };
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
    home.remove();
  };
  try {
    // Latency is the time between two commits, which PostgreSQL notes itself, on one clock; it is told so before it starts again.
    const first = await startParts(home, ['database']);
    const admin = await connectAsSuperuser('postgres');
    await admin.query('alter system set track_commit_timestamp = on');
    await admin.end();
    await first.stop();
    running.push(await startParts(home, ['database']));
    running.push(await startParts(home, AGENCY_PARTS));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    config,
    connectAsSuperuser,
    databaseUrl: (part) => databaseUrlOf(config, part) as string,
    async startWorker() {
      const worker = await startParts(home, ['worker']);
      const entry = { stop: () => worker.stop() };
      running.push(entry);
      return {
        async stop() {
          running.splice(running.indexOf(entry), 1);
          await worker.stop();
        },
      };
    },
    stop,
  };
}
