import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  referrals: ({ id }, { first }, { store }) => store.referrals.ofCase.of(id, first),
};
