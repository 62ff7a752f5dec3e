import { payload, runCommand } from '../../../kit/command.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/sides.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

export const acknowledgeAidLead: Required<MutationResolvers>['acknowledgeAidLead'] = async (_, { input }, context) => {
  const { store, viewer, referrals } = context;
  const outcome = await runCommand({
    name: 'acknowledgeAidLead',
    input,
    context,
    run: async (tx) => {
      const lead = await store.aidLeads.lock(tx, input.aidLeadId);
      if (!lead) throw invalidInput(['aidLeadId'], 'NOT_FOUND', input.aidLeadId.slice(0, 60));
      if (lead.referralId === null) throw transitionConflict('STATUS_CONFLICT', lead);
      await referrals.transition(tx, lead.referralId, {
        action: 'ACKNOWLEDGE',
        actor: actorOf(viewer),
        expectedVersion: input.expectedVersion,
      });
      return lead.id;
    },
  });
  return payload('aidLead', outcome, (id) => store.aidLeads.byId.load(id));
};
