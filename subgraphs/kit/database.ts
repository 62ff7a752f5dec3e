import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import knex, { type Knex } from 'knex';
import PostgresDialect from 'knex/lib/dialects/postgres/index.js';
import pg from 'pg';
import { whileWanted } from './caller.ts';
import { NO_ROWS, type RowScope, SYSTEM_SCOPE } from './rowScope.ts';
import { ToldQuery, tellScope } from './toldQuery.ts';
import { currentCaller, currentRequestId, currentScope } from './trace.ts';

const { builtins } = pg.types;

/** Days stay text (a Date would shift them by zone) and counts become numbers; amounts stay text, as the driver has them. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === builtins.DATE) return (value: string) => value;
    if (oid === builtins.INT8) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

/** A connection, and the scope that it was last told; null where that is not certain. */
interface ScopedConnection {
  /** Of the server's process. */
  processID: number;
  query(sql: string, values: string[]): Promise<unknown>;
  query(query: pg.Query, done: (error: Error | undefined, response: unknown) => void): void;
  toldScope?: RowScope | null;
  /** Whether it was told within the transaction under way, which takes that back where it does not commit. */
  toldInTransaction?: boolean;
}

/** The end of a transaction. */
const ENDS = /^\s*(commit|rollback)/i;

/** As knex has it: what to send, and then what came. */
interface Statement {
  sql: string;
  bindings?: unknown[];
  response?: unknown;
}

/**
 * Puts the request's id in front of each statement, where the server's log and pg_stat_activity show it, and tells the
 * connection which rows the statement may see wherever it was told otherwise before. No statement goes another way.
 */
abstract class ScopedPostgres extends PostgresDialect {
  /** Null where nothing is told. */
  abstract scope(): RowScope | null;

  override async _query(connection: ScopedConnection, statement: Statement): Promise<unknown> {
    const wanted = this.scope();
    const told = connection.toldScope;
    const requestId = currentRequestId();
    const trace = requestId ? `/* request ${requestId} */ ` : '';
    // The end of a transaction sees no rows, and where a statement has failed nothing else is let through before it.
    const ends = ENDS.exec(statement.sql)?.[1]?.toLowerCase();
    if (ends) {
      // What was told within a transaction is taken back with it: also by a commit that fails, or comes after a failure.
      if (ends === 'rollback' || connection.toldInTransaction) connection.toldScope = null;
    } else if (wanted && (told?.region !== wanted.region || told.agency !== wanted.agency)) {
      connection.toldScope = null;
      const { bindings } = statement;
      // Without values there may be several statements in one text, which travel in another way.
      const together = bindings !== undefined && bindings.length > 0;
      if (together)
        statement.response = await answerTo(connection, new ToldQuery(trace + statement.sql, bindings, wanted));
      else await tellScope(connection, wanted);
      connection.toldScope = wanted;
      connection.toldInTransaction = true;
      if (together) return statement;
    }
    if (/^\s*begin/i.test(statement.sql)) connection.toldInTransaction = false;
    statement.sql = trace + statement.sql;
    return super._query(connection, statement);
  }
}

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
class BarePostgres extends ScopedPostgres {
  scope(): null {
    return null;
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

/** A pool whose connections are told no scope, for SubgraphOptions.bare: an agency's own login sees no row by it. */
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
    connection: { connectionString: url, types, application_name: 'casegraph' } as Knex.PgConnectionConfig,
    pool: { min: 0, max },
    acquireConnectionTimeout: 10_000,
    log: SILENT,
  });
}

/** knex prints on the console what it throws as well, and each connection that the database has ended. */
const SILENT = { warn: ignore, error: ignore, deprecate: ignore, debug: ignore };

function ignore(): void {}

/**
 * A plain pool for the job queue. Connections that break say so to whoever uses them next; nobody else needs to hear it, while
 * an error without a listener ends the process. (graphile-worker takes the listeners off its own pool before that is closed.)
 */
export function connectPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'casegraph queue' });
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

/** Runs the .sql files of the folders, each once, in the order of the folders and their names; safe when several processes start at once. */
export async function migrate(db: Knex, folders: readonly URL[]): Promise<void> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .map((name) => new URL(name, folder)),
  );
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
