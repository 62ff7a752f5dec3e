import type { ReferralResolvers } from '../generated/resolvers.ts';

export const Referral: ReferralResolvers = {
  judicialConfirmation: ({ id }, _, { store }) => store.judicialConfirmations.byReferral.load(id),
};
