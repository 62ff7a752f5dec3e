import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ConfigurationFault } from './config.ts';

/** The first process of a PostgreSQL server. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** PostgreSQL's own file: the process on its first line, the port on its fourth. */
const pidFile = (folder: string) => join(folder, 'postmaster.pid');
/** Ours, beside the data: the process that has started the server, and stops it. */
const keeperFile = (folder: string) => `${folder}.keeper`;

/** The server that runs on a data folder; null where none does. */
export function runningPostmaster(folder: string): Postmaster | null {
  if (!existsSync(pidFile(folder))) return null;
  const lines = readFileSync(pidFile(folder), 'utf8').split('\n');
  const pid = Number(lines[0]);
  return pid > 0 && isAlive(pid) ? { pid, port: Number(lines[3]) } : null;
}

/** A killed server leaves its pid file; where that process is gone, the file would only stand in the way of a process that has the number now. */
export function removeStalePid(folder: string): void {
  if (!runningPostmaster(folder)) rmSync(pidFile(folder), { force: true });
}

/** Says that this process is the server's keeper. */
export function claim(folder: string): void {
  writeFileSync(keeperFile(folder), String(process.pid));
}

export function unclaim(folder: string): void {
  rmSync(keeperFile(folder), { force: true });
}

const END_MS = 15_000;

/**
 * Ends a server that has lost its keeper: killed, that one could not stop it, and nobody else would.
 * @throws ConfigurationFault where the keeper lives: the data are in use
 */
export async function endOrphan(folder: string, login: { user: string; password: string }): Promise<void> {
  const server = runningPostmaster(folder);
  if (!server) return;
  const keeper = existsSync(keeperFile(folder)) ? Number(readFileSync(keeperFile(folder), 'utf8')) : 0;
  if (keeper > 0 && keeper !== process.pid && isAlive(keeper)) {
    throw new ConfigurationFault(
      `CaseGraph is running on the data in ${folder} already (process ${keeper}); stop it, or set CASEGRAPH_HOME to another folder.`,
    );
  }
  if (!(await serves(server, folder, login))) return;
  process.kill(server.pid, 'SIGINT');
  for (const since = Date.now(); isAlive(server.pid) && Date.now() - since < END_MS; ) await sleep(50);
}

/** Whether that process really is this folder's server, and not another program that has its number now. */
async function serves(
  { port }: Postmaster,
  folder: string,
  login: { user: string; password: string },
): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    ...login,
    database: 'postgres',
    connectionTimeoutMillis: 3_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === folder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
