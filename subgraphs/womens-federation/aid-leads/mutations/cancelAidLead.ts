import { optionalText, payload } from '../../../kit/command.ts';
import { requireReason } from '../../../kit/referrals/reasons.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { runLeadStep } from './leadCommand.ts';

const LONGEST_TEXT = 2_000;

export const cancelAidLead: Required<MutationResolvers>['cancelAidLead'] = async (_, { input }, context) => {
  const { store, viewer, rules } = context;
  const outcome = await runLeadStep('cancelAidLead', input, context, async (tx, lead) => {
    const text = optionalText(['text'], input.text, LONGEST_TEXT);
    const reason = requireReason(rules, 'JUDICIAL_AID_LEAD', 'CANCEL', { code: input.reasonCode, text });
    await store.aidLeads.cancel(tx, lead.id, reason, actorOf(viewer));
  });
  return payload('aidLead', outcome, (id) => context.store.aidLeads.byId.load(id));
};
