import type { ReferralResolvers } from '../generated/resolvers.ts';

export const Referral: ReferralResolvers = {
  aidCase: ({ id }, _, { store }) => store.aidCases.byReferral.load(id),
};
