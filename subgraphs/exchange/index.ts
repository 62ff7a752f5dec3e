import type { Subgraph } from '../kit/subgraph.ts';
import { AUDIT_MIGRATIONS, migrateDatabase } from '../kit/subgraph.ts';
import { createExchangeApp } from './app.ts';
import { startExchangeWorker } from './jobs.ts';
import { recordAgencies } from './recordAgencies.ts';

/** The hub's own agency: the register of cases, the ledger of referrals, and the relay between the agencies. */
export const subgraph: Subgraph = Object.freeze({
  agency: 'HUB',
  names: { zh: '协同枢纽', en: 'CaseGraph hub' },
  name: 'exchange',
  port: 4006,
  async migrate(databaseUrl: string) {
    await migrateDatabase(databaseUrl, [AUDIT_MIGRATIONS, new URL('./migrations/', import.meta.url)]);
    await recordAgencies(databaseUrl);
  },
  createApp: createExchangeApp,
  startWorker: startExchangeWorker,
});
