import type { AidLeadResolvers } from '../generated/resolvers.ts';

export const AidLead: AidLeadResolvers = {
  aidCase: ({ id }, _, { store }) => store.aidCases.ofLead.load(id),
  consultations: ({ id }, { first }, { store }) => store.consultations.ofLead.of(id, first),
};
