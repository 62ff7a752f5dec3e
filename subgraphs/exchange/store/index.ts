import type { Knex } from 'knex';
import type { Viewer } from '../../kit/viewer.ts';
import { createAgencies } from './agencies.ts';
import { createCaseRegister } from './caseRegister.ts';
import { createCases } from './cases.ts';
import { createDeadLetters } from './deadLetters.ts';
import { createDeadlines } from './deadlines.ts';
import { createHistory } from './history.ts';
import { createReferrals } from './referrals.ts';
import { createRefusedEnvelopes } from './refusedEnvelopes.ts';

/** All that the exchange reads and writes, for one request. */
export function createStore(db: Knex, viewer: Viewer) {
  return {
    agencies: createAgencies(db),
    cases: createCases(db, viewer),
    caseRegister: createCaseRegister(),
    deadlines: createDeadlines(db),
    deadLetters: createDeadLetters(db),
    history: createHistory(db, viewer),
    referrals: createReferrals(db, viewer),
    refusedEnvelopes: createRefusedEnvelopes(db),
  };
}

export type Store = ReturnType<typeof createStore>;
