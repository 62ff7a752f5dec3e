import { camelRows } from '../kit/camelRows.ts';
import type { StoreParts } from '../kit/definition.ts';
import { createCourtCaseParties } from './cases/store/courtCaseParties.ts';
import { createCourtCases } from './cases/store/courtCases.ts';
import { createJudgments } from './cases/store/judgments.ts';
import { createJudicialConfirmations } from './confirmations/store.ts';
import { createProtectionOrders } from './protection-orders/store.ts';
import { createCourts } from './units/store.ts';

/** All that this agency reads, for one request. */
export function createStore(parts: StoreParts) {
  return {
    courts: createCourts(parts),
    courtCases: createCourtCases(parts),
    courtCaseParties: createCourtCaseParties(parts),
    judgments: createJudgments(parts),
    judicialConfirmations: createJudicialConfirmations({ ...parts, db: camelRows(parts.db) }),
    protectionOrders: createProtectionOrders(parts),
  };
}

export type Store = ReturnType<typeof createStore>;
