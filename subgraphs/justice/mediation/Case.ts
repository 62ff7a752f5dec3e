import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  mediations: ({ id }, { first }, { store }) => store.mediations.ofCase.of(id, first),
};
