import type { StoreParts } from '../../kit/definition.ts';
import { createAidFeedback } from './aidFeedback.ts';
import { createAidLeadChanges } from './aidLeadChanges.ts';
import { createAidLeads } from './aidLeads.ts';
import { createAssistanceMeasures } from './assistanceMeasures.ts';
import { createHardshipCategories } from './hardshipCategories.ts';
import { createVisits } from './visits.ts';

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
