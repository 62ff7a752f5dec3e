import { optionalText, payload, runCommand } from '../../../kit/command.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/sides.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

const LONGEST_REASON = 2_000;

export const markAidLeadEnteredInError: Required<MutationResolvers>['markAidLeadEnteredInError'] = async (
  _,
  { input },
  context,
) => {
  const { store, viewer, referrals } = context;
  const outcome = await runCommand({
    name: 'markAidLeadEnteredInError',
    input,
    context,
    run: async (tx) => {
      const lead = await store.aidLeads.lock(tx, input.aidLeadId);
      if (!lead) throw invalidInput(['aidLeadId'], 'NOT_FOUND', input.aidLeadId.slice(0, 60));
      if (lead.referralId === null) throw transitionConflict('STATUS_CONFLICT', lead);
      await referrals.transition(tx, lead.referralId, {
        action: 'ENTERED_IN_ERROR',
        actor: actorOf(viewer),
        expectedVersion: input.expectedVersion,
        reason: { code: 'RECORDED_BY_MISTAKE', text: optionalText(['reasonText'], input.reasonText, LONGEST_REASON) },
      });
      return lead.id;
    },
  });
  return payload('aidLead', outcome, (id) => store.aidLeads.byId.load(id));
};
