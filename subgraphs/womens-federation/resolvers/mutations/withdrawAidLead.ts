import { optionalText, payload } from '../../../kit/command.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { runLeadCommand, stepReferral } from './leadCommand.ts';

const LONGEST_REASON = 2_000;

export const withdrawAidLead: Required<MutationResolvers>['withdrawAidLead'] = async (_, { input }, context) => {
  const { rules, store } = context;
  const outcome = await runLeadCommand('withdrawAidLead', input, context, (tx, lead) => {
    const text = optionalText(['reasonText'], input.reasonText, LONGEST_REASON);
    // Before acceptance the sender decides; afterwards it can only ask.
    const atOnce = rules.action('WITHDRAW')?.from.includes(lead.status) ?? false;
    return stepReferral(tx, lead, context, {
      action: atOnce ? 'WITHDRAW' : 'REQUEST_WITHDRAWAL',
      expectedVersion: input.expectedVersion,
      reason: { code: input.reasonCode, text },
    });
  });
  const { aidLead, problems } = await payload('aidLead', outcome, (id) => store.aidLeads.byId.load(id));
  return { aidLead, requestedOnly: aidLead ? aidLead.status !== 'WITHDRAWN' : null, problems };
};
