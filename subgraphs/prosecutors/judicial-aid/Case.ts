import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  aidCases: ({ id }, { first }, { store }) => store.aidCases.ofCase.of(id, first),
};
