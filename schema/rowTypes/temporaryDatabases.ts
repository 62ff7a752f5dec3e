import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../runtime/config.ts';
import { startEmbeddedDatabase } from '../../runtime/embeddedDatabase.ts';
import { databaseUrlOf, provision } from '../../runtime/installation.ts';

/** Another process may take the free port before the server listens on it. */
const ATTEMPTS = 3;

/** Runs the work with an empty database per agency, in a cluster of its own that is removed afterwards. */
export async function withTemporaryDatabases<Result>(
  work: (urlOf: (part: string) => string) => Promise<Result>,
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'casegraph-rows-'));
  try {
    const { config, database } = await start(home, ATTEMPTS);
    try {
      return await work((part) => {
        const url = databaseUrlOf(config, part);
        if (!url) throw new Error(`There is no database for ${part}.`);
        return url;
      });
    } finally {
      await database.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function start(home: string, attempts: number) {
  const config = readConfig({
    CASEGRAPH_HOME: home,
    DATABASE_PORT: String(await freePort()),
    LOG_LEVEL: 'fatal',
  });
  try {
    return { config, database: await startEmbeddedDatabase(config, provision(config)) };
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EADDRINUSE' || attempts === 1) throw error;
    return start(home, attempts - 1);
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}
