import type { Subgraph } from '../kit/subgraph.ts';
import { AUDIT_MIGRATIONS, migrateDatabase } from '../kit/subgraph.ts';
import { createExchangeApp } from './app.ts';
import { startExchangeWorker } from './jobs.ts';

/** The hub's own agency: the register of cases, the ledger of referrals, and the relay between the agencies. */
export const subgraph: Subgraph = Object.freeze({
  agency: 'HUB',
  name: 'exchange',
  port: 4006,
  migrate: (databaseUrl: string) =>
    migrateDatabase(databaseUrl, [AUDIT_MIGRATIONS, new URL('./migrations/', import.meta.url)]),
  createApp: createExchangeApp,
  startWorker: startExchangeWorker,
});
