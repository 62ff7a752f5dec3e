import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  aidLeads: ({ id }, { first }, { store }) => store.aidLeads.ofCase.of(id, first),
};
