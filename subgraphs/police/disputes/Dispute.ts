import { PAGE_LIMIT } from '../../kit/paging.ts';
import type { DisputeResolvers } from '../generated/resolvers.ts';

export const Dispute: DisputeResolvers = {
  __resolveReference: ({ id }, { store }) => store.disputes.byId.load(id),
  incident: async ({ incidentId }, _, { store }) => {
    const incident = await store.incidents.byId.load(incidentId);
    if (!incident) throw new Error('A dispute without its incident.');
    return incident;
  },
  parties: ({ id }, _, { store }) => store.disputeParties.ofDispute.of(id, PAGE_LIMIT),
  referral: ({ referralId }) => {
    if (referralId === null) throw new Error('A dispute that was not handed over.');
    return { id: referralId };
  },
  result: ({ disputeOutcome: outcome, agreement, agreementAmount, performBy, failureReason, concludedAt }) =>
    outcome === null || concludedAt === null
      ? null
      : { outcome, agreement, amount: agreementAmount, performBy, failureReason, concludedAt },
};
