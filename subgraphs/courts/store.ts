import type { StoreParts } from '../kit/definition.ts';
import { createCourtCaseParties, createCourtCases, createJudgments } from './cases/store.ts';
import { createJudicialConfirmations } from './confirmations/store.ts';
import { createProtectionOrders } from './protection-orders/store.ts';
import { createCourts } from './units/store.ts';

/** All that this agency reads and writes, for one request. */
export function createStore(parts: StoreParts) {
  return {
    courts: createCourts(parts),
    courtCases: createCourtCases(parts),
    courtCaseParties: createCourtCaseParties(parts),
    judgments: createJudgments(parts),
    judicialConfirmations: createJudicialConfirmations(parts),
    protectionOrders: createProtectionOrders(parts),
  };
}

export type Store = ReturnType<typeof createStore>;
