import type { StoreParts } from '../kit/definition.ts';
import { createAidFeedback } from './aid-leads/store/aidFeedback.ts';
import { createAidLeadChanges } from './aid-leads/store/aidLeadChanges.ts';
import { createAidLeads } from './aid-leads/store/aidLeads.ts';
import { createHardshipCategories } from './aid-leads/store/hardshipCategories.ts';
import { createAssistanceMeasures, createVisits } from './assistance/store.ts';

/** All that this agency reads and writes, for one request. */
export function createStore(parts: StoreParts) {
  return {
    aidLeads: createAidLeads(parts),
    aidLeadChanges: createAidLeadChanges(parts),
    aidFeedback: createAidFeedback(parts),
    assistanceMeasures: createAssistanceMeasures(parts),
    hardshipCategories: createHardshipCategories(parts),
    visits: createVisits(parts),
  };
}

export type Store = ReturnType<typeof createStore>;
