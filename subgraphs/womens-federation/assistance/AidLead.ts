import type { AidLeadResolvers } from '../generated/resolvers.ts';

export const AidLead: AidLeadResolvers = {
  measures: ({ id }, { first }, { store }) => store.assistanceMeasures.ofLead.of(id, first),
  visits: ({ id }, { first }, { store }) => store.visits.ofLead.of(id, first),
};
