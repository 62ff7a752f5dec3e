import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  prosecution: ({ id }, _, { store }) => store.prosecutionCases.newestOfCase(id),
};
