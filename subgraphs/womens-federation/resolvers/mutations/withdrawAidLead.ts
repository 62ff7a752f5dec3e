import { optionalText, payload, runCommand } from '../../../kit/command.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/sides.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

const LONGEST_REASON = 2_000;

export const withdrawAidLead: Required<MutationResolvers>['withdrawAidLead'] = async (_, { input }, context) => {
  const { store, viewer, referrals, rules } = context;
  const outcome = await runCommand({
    name: 'withdrawAidLead',
    input,
    context,
    run: async (tx) => {
      const text = optionalText(['reasonText'], input.reasonText, LONGEST_REASON);
      const lead = await store.aidLeads.lock(tx, input.aidLeadId);
      if (!lead) throw invalidInput(['aidLeadId'], 'NOT_FOUND', input.aidLeadId.slice(0, 60));
      if (lead.referralId === null) throw transitionConflict('STATUS_CONFLICT', lead);
      // Before acceptance the sender decides; afterwards it can only ask.
      const atOnce = rules.action('WITHDRAW')?.from.includes(lead.status) ?? false;
      await referrals.transition(tx, lead.referralId, {
        action: atOnce ? 'WITHDRAW' : 'REQUEST_WITHDRAWAL',
        actor: actorOf(viewer),
        expectedVersion: input.expectedVersion,
        reason: { code: input.reasonCode, text },
      });
      return lead.id;
    },
  });
  const { aidLead, problems } = await payload('aidLead', outcome, (id) => store.aidLeads.byId.load(id));
  return { aidLead, requestedOnly: aidLead ? aidLead.status !== 'WITHDRAWN' : null, problems };
};
