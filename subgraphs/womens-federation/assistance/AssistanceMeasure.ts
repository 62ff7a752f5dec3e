import type { AssistanceMeasureResolvers } from '../generated/resolvers.ts';

export const AssistanceMeasure: AssistanceMeasureResolvers = {
  /** Seen by whoever sees its lead. */
  __resolveReference: async ({ id }, { store }) => {
    const measure = await store.assistanceMeasures.byId.load(id);
    return measure && (await store.aidLeads.byId.load(measure.aidLeadId)) ? measure : null;
  },
  provider: ({ provider }) => ({ code: provider }),
  aidLead: async ({ aidLeadId }, _, { store }) => {
    const lead = await store.aidLeads.byId.load(aidLeadId);
    if (!lead) throw new Error('A measure without its lead.');
    return lead;
  },
};
