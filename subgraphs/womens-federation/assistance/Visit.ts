import type { VisitResolvers } from '../generated/resolvers.ts';

export const Visit: VisitResolvers = {
  /** Seen by whoever sees its lead. */
  __resolveReference: async ({ id }, { store }) => {
    const visit = await store.visits.byId.load(id);
    return visit && (await store.aidLeads.byId.load(visit.aidLeadId)) ? visit : null;
  },
  participants: ({ participants }) => participants.map((code) => ({ code })),
  aidLead: async ({ aidLeadId }, _, { store }) => {
    const lead = await store.aidLeads.byId.load(aidLeadId);
    if (!lead) throw new Error('A visit without its lead.');
    return lead;
  },
};
