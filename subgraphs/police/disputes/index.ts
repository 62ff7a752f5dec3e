import type { Capability } from '../../kit/definition.ts';
import { PAGE_LIMIT } from '../../kit/paging.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Dispute } from './Dispute.ts';
import { Incident, Referral } from './links.ts';
import { referDispute } from './referDispute.ts';
import type { Dispute as DisputeRecord } from './store/disputes.ts';

const resolvers: Resolvers = { Mutation: { referDispute }, Dispute, Incident, Referral };

/** Disputes that were handed over for mediation 警调对接. */
export const disputes: Capability<Context> = {
  resolvers,
  about: {
    Dispute: async ({ id }: DisputeRecord, { store }) => {
      const parties = await store.disputeParties.ofDispute.of(id, PAGE_LIMIT);
      return { id, persons: parties.map(({ token }) => token) };
    },
  },
};
