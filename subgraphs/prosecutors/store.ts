import type { StoreParts } from '../kit/definition.ts';
import { createProsecutionCases } from './cases/store.ts';
import { createAidCases } from './judicial-aid/store/aidCases.ts';
import { createAidPayments } from './judicial-aid/store/aidPayments.ts';
import { createAverageWages } from './judicial-aid/store/averageWages.ts';
import { createConsultations } from './judicial-aid/store/consultations.ts';
import { createMaterialRequests } from './judicial-aid/store/materialRequests.ts';
import { createReceivedLeads } from './judicial-aid/store/receivedLeads.ts';
import { createProcuratorates } from './units/store.ts';

/** All that this agency reads and writes, for one request. */
export function createStore(parts: StoreParts) {
  return {
    aidCases: createAidCases(parts),
    aidPayments: createAidPayments(parts),
    averageWages: createAverageWages(parts),
    consultations: createConsultations(parts),
    materialRequests: createMaterialRequests(parts),
    procuratorates: createProcuratorates(parts),
    prosecutionCases: createProsecutionCases(parts),
    receivedLeads: createReceivedLeads(parts),
  };
}

export type Store = ReturnType<typeof createStore>;
