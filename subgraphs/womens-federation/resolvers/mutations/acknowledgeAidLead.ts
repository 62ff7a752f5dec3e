import { payload } from '../../../kit/command.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { runLeadCommand, stepReferral } from './leadCommand.ts';

export const acknowledgeAidLead: Required<MutationResolvers>['acknowledgeAidLead'] = async (_, { input }, context) => {
  const { expectedVersion } = input;
  const outcome = await runLeadCommand('acknowledgeAidLead', input, context, (tx, lead) =>
    stepReferral(tx, lead, context, { action: 'ACKNOWLEDGE', expectedVersion }),
  );
  return payload('aidLead', outcome, (id) => context.store.aidLeads.byId.load(id));
};
