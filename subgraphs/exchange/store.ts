import type { Knex } from 'knex';
import type { Viewer } from '../kit/viewer.ts';
import { createAgencies } from './agencies/store/agencies.ts';
import { createDeadlines } from './referrals/store/deadlines.ts';
import { createHistory } from './referrals/store/history.ts';
import { createReferrals } from './referrals/store/referrals.ts';
import { createCaseRegister } from './register/store/caseRegister.ts';
import { createCases } from './register/store/cases.ts';
import { createDeadLetters } from './relay/store/deadLetters.ts';
import { createRefusedEnvelopes } from './relay/store/refusedEnvelopes.ts';

/** All that the exchange reads and writes, for one request. */
export function createStore(db: Knex, viewer: Viewer) {
  return {
    agencies: createAgencies(db),
    cases: createCases(db, viewer),
    caseRegister: createCaseRegister(),
    deadlines: createDeadlines(db, viewer),
    deadLetters: createDeadLetters(db),
    history: createHistory(db, viewer),
    referrals: createReferrals(db, viewer),
    refusedEnvelopes: createRefusedEnvelopes(db),
  };
}

export type Store = ReturnType<typeof createStore>;
