import type { IncidentResolvers, ReferralResolvers } from '../generated/resolvers.ts';

/** From an incident to its dispute. */
export const Incident: IncidentResolvers = {
  dispute: ({ id }, _, { store }) => store.disputes.ofIncident.load(id),
};

/** From a referral to the dispute that it is about. */
export const Referral: ReferralResolvers = {
  dispute: ({ id }, _, { store }) => store.disputes.ofReferral.load(id),
};
