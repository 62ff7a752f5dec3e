declare module 'knex/lib/dialects/postgres/index.js' {
  /** knex's own PostgreSQL dialect; `_query` is the hook that its other dialects (redshift, cockroachdb) override too. */
  export default class PostgresDialect {
    constructor(config: object);
    wrapIdentifierImpl(name: string): string;
    acquireRawConnection(): Promise<import('pg').Client>;
    destroyRawConnection(connection: import('pg').Client): Promise<void>;
    _query(connection: unknown, statement: { sql: string }): Promise<unknown>;
  }
}
