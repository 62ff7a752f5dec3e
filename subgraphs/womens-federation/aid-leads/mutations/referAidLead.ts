import { optionalText, payload } from '../../../kit/command.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { runLeadStep } from './leadCommand.ts';

const LONGEST_NOTE = 2_000;

export const referAidLead: Required<MutationResolvers>['referAidLead'] = async (_, { input }, context) => {
  const { store, viewer, referrals } = context;
  const outcome = await runLeadStep('referAidLead', input, context, async (tx, lead) => {
    const note = optionalText(['note'], input.note, LONGEST_NOTE);
    const referral = {
      kind: 'JUDICIAL_AID_LEAD',
      to: 'PROSECUTORS',
      subjectId: lead.id,
      caseId: lead.caseId,
      personTokens: [lead.applicantToken],
      regionCode: lead.regionCode,
      parentId: lead.referralId,
    };
    const body = {
      number: lead.number,
      applicant: await store.aidLeads.applicantOf(tx, lead.id),
      hardship: lead.hardshipCode,
      household: lead.household,
      caseNumber: lead.caseNumber,
      description: lead.description,
      note,
    };
    await store.aidLeads.refer(tx, lead.id, () => referrals.send(tx, referral, viewer, body));
  });
  return payload('aidLead', outcome, (id) => context.store.aidLeads.byId.load(id));
};
