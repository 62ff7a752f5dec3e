import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Config, readConfig } from '../../runtime/config.ts';
import { startEmbeddedDatabase } from '../../runtime/embeddedDatabase.ts';
import { databaseName, databaseUrlOf, provision } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { loadSubgraph } from '../../runtime/parts.ts';
import { freePort } from './freePort.ts';

/** What each test file finds in the environment: the home folder and the port of the run's one cluster. */
export const CLUSTER_VARIABLE = 'CASEGRAPH_TEST_CLUSTER';

const SERVER_LOG = 'postgresql.log';

/**
 * One PostgreSQL cluster for a test run, on a free port in a folder of its own, with one migrated database per agency:
 * the templates that test files clone.
 */
export async function startCluster(): Promise<{ stop(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'casegraph-test-'));
  const port = await freePort();
  const config = clusterConfig(home, port);
  const installation = provision(config);
  const keepLog = (line: string) => appendFileSync(join(home, SERVER_LOG), `${line}\n`);
  const database = await startEmbeddedDatabase(config, installation, undefined, keepLog);
  process.env[CLUSTER_VARIABLE] = `${port}:${home}`;
  await relax();
  await Promise.all(
    AGENCY_PARTS.map(async (part) => (await loadSubgraph(part)).migrate(databaseUrlOf(config, part) as string)),
  );
  return {
    async stop() {
      await database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The cluster outlives no crash of the machine and has many short-lived databases, so nothing waits for the disk or for their upkeep. */
async function relax(): Promise<void> {
  const admin = await connectAsSuperuser();
  for (const setting of ['fsync', 'full_page_writes', 'autovacuum'])
    await admin.query(`alter system set ${setting} = off`);
  await admin.query('select pg_reload_conf()');
  await admin.end();
}

/** What PostgreSQL has logged since the run began. */
export function serverLog(): string {
  return readFileSync(join(findCluster().home, SERVER_LOG), 'utf8');
}

export function clusterConfig(home: string, port: number): Config {
  return readConfig({ CASEGRAPH_HOME: home, DATABASE_PORT: String(port), LOG_LEVEL: 'fatal' });
}

/** The run's cluster, as a test file finds it. */
export function findCluster(): { home: string; port: number; config: Config } {
  const found = /^(\d+):(.+)$/.exec(process.env[CLUSTER_VARIABLE] ?? '');
  if (!found?.[1] || !found[2]) throw new Error('No test cluster: run the tests by npm test, which starts one.');
  const port = Number(found[1]);
  return { home: found[2], port, config: clusterConfig(found[2], port) };
}

/** A superuser's connection, for cloning databases and for counting statements. */
export async function connectAsSuperuser(database = 'postgres'): Promise<pg.Client> {
  const { home, port, config } = findCluster();
  const { superuserPassword } = provision(config);
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: superuserPassword, database });
  if (!home) throw new Error('No home.');
  await client.connect();
  return client;
}

/** Clones databases for one test file; gives their URLs by part. @param templateOf the migrated databases unless given */
export async function cloneDatabases(
  suffix: string,
  {
    parts = AGENCY_PARTS,
    templateOf = databaseName,
  }: { parts?: readonly string[]; templateOf?: (part: string) => string } = {},
): Promise<{ urls: Record<string, string>; close(): Promise<void>; drop(): Promise<void> }> {
  const { config } = findCluster();
  const admin = await connectAsSuperuser();
  const urls: Record<string, string> = {};
  const names: string[] = [];
  for (const part of parts) {
    const owner = databaseName(part);
    const name = `${owner}_${suffix}`;
    await admin.query(`create database ${name} template ${templateOf(part)} owner ${owner}`);
    names.push(name);
    urls[part] = (databaseUrlOf(config, part) as string).replace(/\/[^/]*$/, `/${name}`);
  }
  return {
    urls,
    close: () => admin.end(),
    async drop() {
      const open = await connectionsLeft(admin, names);
      for (const name of names) await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      if (open.length > 0) throw new Error(`Connections were left open: ${open.join(', ')}.`);
    },
  };
}

/** A connection's process ends a moment after its client has gone; what is still there after this long was left open. */
const PATIENCE_MS = 3_000;

/** Connections of clients to the databases; PostgreSQL's own workers (autovacuum) are none of ours. */
async function connectionsLeft(admin: pg.Client, databases: readonly string[]): Promise<string[]> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await admin.query<{ datname: string }>(
      "select datname from pg_stat_activity where datname = any($1) and backend_type = 'client backend'",
      [databases],
    );
    if (rows.length === 0 || Date.now() > until) return rows.map((row) => row.datname);
    await sleep(50);
  }
}
