import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { runningPostmaster } from '../../runtime/postmaster.ts';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import type { FaultHome } from './home.ts';
import { createPart, type PartProcess } from './partProcess.ts';

/** How a database dies: its server and the part that keeps it, the part alone, or the server alone. */
type Death = 'BOTH' | 'KEEPER' | 'SERVER';
const DEATHS: readonly Death[] = ['BOTH', 'KEEPER', 'SERVER'];

/** The database: two processes, PostgreSQL's first and the part that keeps it, killed in turn together and one without the other. */
export function createDatabasePart(home: FaultHome): PartProcess {
  const keeper = createPart('database', home);
  let kills = 0;
  let serverDead = false;

  async function killServer(): Promise<void> {
    const server = runningPostmaster(join(home.folder, 'database'));
    if (server) process.kill(server.pid, 'SIGKILL');
  }
  /** A server that died alone is started again by its keeper. */
  async function watchRevival(): Promise<void> {
    while (!(await answers(home))) await sleep(50);
    serverDead = false;
  }

  return {
    ...keeper,
    get kills() {
      return kills;
    },
    isUp: () => keeper.isUp() && !serverDead,
    async untilUp(patienceMs) {
      const since = Date.now();
      await keeper.untilUp(patienceMs);
      while (serverDead) {
        if (Date.now() - since > patienceMs) throw new Error(`The server is not back within ${patienceMs} ms.`);
        await sleep(20);
      }
    },
    async kill() {
      const death = keeper.isUp() ? DEATHS[kills % DEATHS.length] : 'BOTH';
      kills += 1;
      if (death !== 'SERVER') await keeper.kill();
      if (death !== 'KEEPER') await killServer();
      if (death !== 'SERVER') return;
      serverDead = true;
      void watchRevival();
    },
  };
}

async function answers(home: FaultHome): Promise<boolean> {
  const client = new pg.Client({ connectionString: seeingAllRows(databaseUrlOf(home.config, 'exchange') ?? '') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
