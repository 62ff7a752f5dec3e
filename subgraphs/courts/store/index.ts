import type { StoreParts } from '../../kit/definition.ts';
import { createCourtCaseParties } from './courtCaseParties.ts';
import { createCourtCases } from './courtCases.ts';
import { createCourts } from './courts.ts';
import { createJudgments } from './judgments.ts';
import { createJudicialConfirmations } from './judicialConfirmations.ts';
import { createProtectionOrders } from './protectionOrders.ts';

/** All that this agency reads, for one request. */
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
