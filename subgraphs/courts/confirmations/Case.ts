import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  judicialConfirmations: ({ id }, { first }, { store }) => store.judicialConfirmations.ofCase.of(id, first),
};
