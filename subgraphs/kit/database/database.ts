import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import knex, { type Knex } from 'knex';
import PostgresDialect from 'knex/lib/dialects/postgres/index.js';
import pg from 'pg';
import { whileWanted } from '../server/clientDisconnect.ts';
import { currentCaller, currentRequestId, currentScope } from '../server/requestState.ts';
import { toCamel, toSnake } from './columnNames.ts';
import { migrationFiles } from './migrationFiles.ts';
import { forgetPrepared, isOutdated, isPrepared, nameOf } from './prepared.ts';
import { RowQuery } from './rowQuery.ts';
import { NO_ROWS, type RowScope, SYSTEM_SCOPE } from './rowScope.ts';
import { ScopedQuery, type Sent, type SessionSettings, tell } from './scopedQuery.ts';

const { builtins } = pg.types;

/** Days stay text (a Date would shift them by zone) and counts become numbers; amounts stay text, as the driver has them. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === builtins.DATE) return (value: string) => value;
    if (oid === builtins.INT8) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

/** A connection, and what it was last told; null where that is not certain. */
interface ScopedConnection {
  /** Of the server's process. */
  processID: number;
  query(config: object): Promise<unknown>;
  query(query: pg.Query, done: (error: Error | undefined, response: unknown) => void): void;
  told?: SessionSettings | null;
  /** Whether it was told within the transaction under way, which takes that back where it does not commit. */
  toldInTransaction?: boolean;
  /** knex's, within a transaction. */
  __knexTxId?: string;
}

/** The end of a transaction. */
const ENDS = /^\s*(commit|rollback)/i;

/** As knex has it: what to send, and then what came. */
interface Statement {
  sql: string;
  bindings?: unknown[];
  options?: object;
  pluck?: string;
  response?: unknown;
}

/**
 * Tells the connection which rows each statement may see wherever it was told otherwise before; no statement goes another
 * way. The request's id stands in front of the statement, where the server's log and pg_stat_activity show it; of a prepared
 * one, whose text is the same for all requests, they show it as the application's name.
 */
abstract class ScopedPostgres extends PostgresDialect {
  abstract scope(): RowScope;

  /** Tables, columns and aliases, in whatever place of a query; the text of raw ones stays as it is. */
  override wrapIdentifierImpl(name: string): string {
    return super.wrapIdentifierImpl(toSnake(name));
  }

  override async _query(connection: ScopedConnection, statement: Statement): Promise<unknown> {
    const text = statement.sql;
    // The end of a transaction sees no rows, and where a statement has failed nothing else is let through before it.
    const ends = ENDS.exec(text)?.[1]?.toLowerCase();
    if (ends) {
      // What was told within a transaction is taken back with it: also by a commit that fails, or comes after a failure.
      if (ends === 'rollback' || connection.toldInTransaction) connection.told = null;
      return sendPlain(connection, statement);
    }
    const scope = this.scope();
    // A column that is plucked by the database's own name.
    if (statement.pluck) statement.pluck = toCamel(statement.pluck);
    // Without values there may be several statements in one text, which travel in another way.
    if (!statement.bindings?.length) {
      await setRows(connection, scope);
      if (/^\s*begin/i.test(text)) connection.toldInTransaction = false;
      return sendPlain(connection, statement);
    }
    const name = isPrepared(statement) ? nameOf(text) : undefined;
    try {
      const sent = { name, text: name ? text : traced(text), values: statement.bindings };
      statement.response = await send(connection, sent, scope);
    } catch (error) {
      if (!name || !isOutdated(error)) throw error;
      forgetPrepared();
      if (connection.__knexTxId) throw error;
      return this._query(connection, statement);
    }
    return statement;
  }
}

/** A text without values. */
async function sendPlain(connection: ScopedConnection, statement: Statement): Promise<Statement> {
  const query = new RowQuery({ text: traced(statement.sql) });
  statement.response = await answerTo(connection, query);
  return statement;
}

/** Nothing but the rows; the statement that comes next says itself for whom it is. */
async function setRows(connection: ScopedConnection, { region, agency }: RowScope): Promise<void> {
  const { told } = connection;
  if (told?.region === region && told.agency === agency) return;
  const wanted: SessionSettings = { region, agency, application: applicationName(), plan: told?.plan ?? 'auto' };
  connection.told = null;
  await tell(connection, wanted);
  connection.told = wanted;
  connection.toldInTransaction = true;
}

async function send(connection: ScopedConnection, statement: Sent, { region, agency }: RowScope): Promise<unknown> {
  // A connection's first statement: from here on it knows how it is told.
  if (connection.told === undefined) await setRows(connection, { region, agency });
  const plan = statement.name ? 'force_generic_plan' : 'auto';
  const wanted: SessionSettings = { region, agency, application: applicationName(), plan };
  if (connection.told && isSame(connection.told, wanted)) return answerTo(connection, new RowQuery(statement));
  connection.told = null;
  const response = await answerTo(connection, new ScopedQuery(statement, wanted));
  connection.told = wanted;
  connection.toldInTransaction = true;
  return response;
}

function isSame(one: SessionSettings, other: SessionSettings): boolean {
  return (
    one.region === other.region &&
    one.agency === other.agency &&
    one.application === other.application &&
    one.plan === other.plan
  );
}

function traced(text: string): string {
  const requestId = currentRequestId();
  return requestId ? `/* request ${requestId} */ ${text}` : text;
}

/** PostgreSQL keeps 63 characters of it. */
function applicationName(): string {
  const requestId = currentRequestId();
  return requestId ? `casegraph ${requestId}` : APPLICATION;
}

const APPLICATION = 'casegraph';

function answerTo(connection: ScopedConnection, query: pg.Query): Promise<unknown> {
  return new Promise((resolve, reject) => {
    connection.query(query, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

/** For servers: rows of the request's own scope, and none where there is no request or it is not known who asks. */
class RequestPostgres extends ScopedPostgres {
  scope(): RowScope {
    return currentScope() ?? NO_ROWS;
  }

  /** Where the caller goes away the statement that runs is ended and no other begun, so that a transaction is taken back. */
  override _query(connection: ScopedConnection, statement: Statement): Promise<unknown> {
    const gone = currentCaller();
    const send = () => super._query(connection, statement);
    if (!gone || ENDS.test(statement.sql)) return send();
    return whileWanted(gone, send, () => this.cancel(connection));
  }

  /** Not private: within a transaction knex works with an object that was never constructed. */
  async cancel({ processID }: ScopedConnection): Promise<void> {
    const other = await this.acquireRawConnection();
    try {
      await other.query('select pg_cancel_backend($1)', [processID]);
    } finally {
      await this.destroyRawConnection(other);
    }
  }
}

/** For jobs and tools: all rows, unless a piece of work says otherwise. */
class SystemPostgres extends ScopedPostgres {
  scope(): RowScope {
    return currentScope() ?? SYSTEM_SCOPE;
  }
}

/** For bench/trust, as a superuser, whom row-level security passes over. */
class BarePostgres extends RequestPostgres {
  override scope(): RowScope {
    return NO_ROWS;
  }
}

/** A pool for one agency's database, for jobs and tools. @param max most connections at once. */
export function connectDatabase(url: string, max = 10): Knex {
  return connect(SystemPostgres, url, max);
}

/** A pool whose statements see what the request under way may see (rowScope.ts). @param max most connections at once. */
export function connectForRequests(url: string, max = 10): Knex {
  return connect(RequestPostgres, url, max);
}

/** A pool whose connections are told of no rows, for SubgraphOptions.bare: an agency's own login sees no row by it. */
export function connectBare(url: string, max = 10): Knex {
  return connect(BarePostgres, url, max);
}

function connect(
  dialect: typeof RequestPostgres | typeof SystemPostgres | typeof BarePostgres,
  url: string,
  max: number,
): Knex {
  return knex({
    client: dialect as unknown as typeof Knex.Client,
    connection: { connectionString: url, types, application_name: APPLICATION } as Knex.PgConnectionConfig,
    pool: { min: 0, max },
    acquireConnectionTimeout: 10_000,
    log: SILENT,
  });
}

/** knex prints on the console what it throws as well, and each connection that the database has ended. */
const SILENT = { warn: ignore, error: ignore, deprecate: ignore, debug: ignore };

function ignore(): void {}

type TakeClient = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: Error | boolean) => void,
) => void;

/**
 * Lets a client that was taken by a callback be released more than once. graphile-worker 0.18 does so with the one by which it
 * hears of new jobs, where it ends while that one's LISTEN is under way and then fails; nobody catches what pg-pool throws then,
 * and the process would end.
 */
class QueuePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(take: TakeClient): void;
  override connect(take?: TakeClient): Promise<pg.PoolClient> | undefined {
    if (!take) return super.connect();
    super.connect((error, client, release?: (fault?: Error | boolean) => void) => {
      let isReleased = false;
      take(error, client, (fault) => {
        if (!isReleased) release?.(fault);
        isReleased = true;
      });
    });
    return undefined;
  }
}

/**
 * A plain pool for the job queue. Connections that break say so to whoever uses them next; nobody else needs to hear it, while
 * an error without a listener ends the process. (graphile-worker takes the listeners off its own pool before that is closed.)
 */
export function connectPool(url: string, max: number): pg.Pool {
  const pool = new QueuePool({ connectionString: url, max, application_name: 'casegraph queue' });
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

/** How long writing into the trail may take. */
const TRAIL_MS = 10_000;

/** A plain pool of one connection that sees all rows: for the trail, which is written at every request of another agency's. */
export function connectTrail(url: string): pg.Pool {
  const application = 'casegraph trail';
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    // A connection that is lost in silence would keep every answer to another agency.
    keepAlive: true,
    connectionTimeoutMillis: TRAIL_MS,
    query_timeout: TRAIL_MS,
    application_name: application,
    types,
    onConnect: async (client) => {
      client.on('error', ignore);
      await tell(client, { ...SYSTEM_SCOPE, application, plan: 'force_generic_plan' });
    },
  });
  pool.on('error', ignore);
  return pool;
}

/** Runs the .sql files of the folders, each once, in the order of the folders and their names; safe when several processes start at once. @throws MigrationFault */
export async function migrate(db: Knex, folders: readonly URL[]): Promise<void> {
  const files = folders.flatMap(migrationFiles);
  await db.transaction(async (tx) => {
    await tx.raw('select pg_advisory_xact_lock(hashtext(?))', ['casegraph.migrations']);
    await tx.raw(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const applied = new Set((await tx<{ name: string }>('migrations').select('name')).map((row) => row.name));
    for (const file of files) {
      const name = migrationName(file);
      if (applied.has(name)) continue;
      await tx.raw(readFileSync(file, 'utf8')).catch((error: Error) => {
        // knex puts the whole statement before what is wrong with it.
        throw new Error(`Migration ${name}: ${error.message.split(' - ').at(-1)}`, { cause: error });
      });
      await tx('migrations').insert({ name });
    }
  });
}

/** Folder and file, for example police/0001_incidents.sql. */
function migrationName(file: URL): string {
  const [room, folder, name] = fileURLToPath(file).split('/').slice(-3);
  return folder === 'migrations' ? `${room}/${name}` : `${folder}/${basename(file.pathname)}`;
}
