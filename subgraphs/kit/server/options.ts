import type { FastifyInstance } from 'fastify';
import type { Knex } from 'knex';
import type { Tracing } from '../../../protocol/tracing.ts';
import type { ServerFactory } from './server.ts';

/** What a part is told from outside. */
export interface SubgraphOptions {
  databaseUrl: string;
  keysFolder: string;
  exchangeUrl: string;
  /** Where each agency answers, by code: for the exchange's deliveries. */
  agencyUrls: Readonly<Record<string, string>>;
  production: boolean;
  logLevel: string;
  /** How many persons a user may find by their identity numbers in a day. */
  lookUpsPerDay: number;
  /**
   * For bench/trust alone, which measures what these cost: no sharing rules, no trail, no scope told to the database. Set
   * in code only; no configuration sets it. An agency's own login sees no protected row then, a superuser sees all.
   */
  bare?: true;
  /** Makes the servers, where they are to speak something else than plain HTTP. */
  serverFactory?: ServerFactory;
  /** Where requests are traced. */
  tracing?: Tracing;
  /** Whether it answers /metrics. */
  metrics?: boolean;
}

export interface SubgraphApp {
  /** Assembled, not listening. */
  app: FastifyInstance;
  db: Knex;
  close(): Promise<void>;
}
