import type { StoreParts } from '../../kit/definition.ts';
import { createAidCases } from './aidCases.ts';
import { createAidPayments } from './aidPayments.ts';
import { createAverageWages } from './averageWages.ts';
import { createConsultations } from './consultations.ts';
import { createMaterialRequests } from './materialRequests.ts';
import { createProcuratorates } from './procuratorates.ts';
import { createProsecutionCases } from './prosecutionCases.ts';
import { createReceivedLeads } from './receivedLeads.ts';

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
