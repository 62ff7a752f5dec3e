import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  legalAidCases: ({ id }, { first }, { store }) => store.legalAidCases.ofCase.of(id, first),
};
