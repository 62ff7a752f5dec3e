import type { ReferralResolvers } from '../generated/resolvers.ts';

export const Referral: ReferralResolvers = {
  aidLead: ({ id }, _, { store }) => store.aidLeads.byReferral.load(id),
};
