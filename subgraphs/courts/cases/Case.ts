import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  trials: ({ id }, { first }, { store }) => store.courtCases.ofCase.of(id, first),
};
