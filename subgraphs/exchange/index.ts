import { AUDIT_MIGRATIONS, migrateDatabase } from '../kit/database/migrateDatabase.ts';
import { recordTypes, type Subgraph } from '../kit/subgraph.ts';
import { CAPABILITIES, createExchangeApp } from './app.ts';
import { recordAgencies } from './recordAgencies.ts';
import { startExchangeWorker } from './relay/jobs.ts';

/** The hub's own agency: the register of cases, the ledger of referrals, and the relay between the agencies. */
export const subgraph: Subgraph = Object.freeze({
  agency: 'HUB',
  names: { zh: '协同枢纽', en: 'CaseGraph hub' },
  name: 'exchange',
  port: 4006,
  recordTypes: recordTypes(CAPABILITIES),
  async migrate(databaseUrl: string) {
    await migrateDatabase(databaseUrl, [AUDIT_MIGRATIONS, new URL('./migrations/', import.meta.url)]);
    await recordAgencies(databaseUrl);
  },
  createApp: createExchangeApp,
  startWorker: startExchangeWorker,
});
