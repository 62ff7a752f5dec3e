import { optionalText, payload, runCommand } from '../../../kit/command.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/sides.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

const LONGEST_REASON = 2_000;

export const returnAidLead: Required<MutationResolvers>['returnAidLead'] = async (_, { input }, context) => {
  const { store, viewer, referrals } = context;
  const outcome = await runCommand({
    name: 'returnAidLead',
    input,
    context,
    run: async (tx) => {
      const text = optionalText(['reasonText'], input.reasonText, LONGEST_REASON);
      const lead = await store.receivedLeads.byId(tx, input.aidLeadId);
      if (!lead) throw invalidInput(['aidLeadId'], 'NOT_FOUND', input.aidLeadId);
      await referrals.transition(tx, lead.referralId, {
        action: 'RETURN',
        actor: actorOf(viewer),
        expectedVersion: input.expectedVersion,
        reason: { code: input.reasonCode, text },
      });
      return lead.referralId;
    },
  });
  return payload('referral', outcome, async (id) => ({ id }));
};
