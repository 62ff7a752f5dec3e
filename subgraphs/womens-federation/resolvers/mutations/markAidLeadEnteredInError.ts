import { optionalText, payload } from '../../../kit/command.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { runLeadCommand, stepReferral } from './leadCommand.ts';

const LONGEST_REASON = 2_000;

type Mutation = Required<MutationResolvers>['markAidLeadEnteredInError'];

export const markAidLeadEnteredInError: Mutation = async (_, { input }, context) => {
  const { expectedVersion } = input;
  const outcome = await runLeadCommand('markAidLeadEnteredInError', input, context, (tx, lead) => {
    const text = optionalText(['reasonText'], input.reasonText, LONGEST_REASON);
    const reason = { code: 'RECORDED_BY_MISTAKE', text };
    return stepReferral(tx, lead, context, { action: 'ENTERED_IN_ERROR', expectedVersion, reason });
  });
  return payload('aidLead', outcome, (id) => context.store.aidLeads.byId.load(id));
};
