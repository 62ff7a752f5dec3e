import type { AidLeadResolvers } from '../generated/resolvers.ts';

export const AidLead: AidLeadResolvers = {
  aidCase: ({ id }, _, { store }) => store.aidCases.newestOfLead(id),
  consultations: ({ id }, { first }, { store }) => store.consultations.ofLead.of(id, first),
};
