import type { ReferralResolvers } from '../generated/resolvers.ts';

export const Referral: ReferralResolvers = {
  mediationRequest: ({ id }, _, { store }) => store.mediationRequests.ofReferral.load(id),
  mediation: ({ id }, _, { store }) => store.mediations.ofReferral.load(id),
};
