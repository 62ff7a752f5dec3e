import { optionalText, payload } from '../../../kit/command.ts';
import { transitionConflict } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/sides.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { runLeadCommand } from './leadCommand.ts';

const LONGEST_NOTE = 2_000;
/** A lead is referred first as a draft, and again after it came back. */
const REFERABLE = ['DRAFT', 'RETURNED'];

export const referAidLead: Required<MutationResolvers>['referAidLead'] = async (_, { input }, context) => {
  const { store, viewer, referrals } = context;
  const outcome = await runLeadCommand('referAidLead', input, context, async (tx, lead) => {
    const note = optionalText(['note'], input.note, LONGEST_NOTE);
    if (lead.version !== input.expectedVersion) throw transitionConflict('VERSION_CONFLICT', lead);
    if (!REFERABLE.includes(lead.status)) throw transitionConflict('STATUS_CONFLICT', lead);
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
    const side = await referrals.send(tx, referral, actorOf(viewer), body);
    await store.aidLeads.attachReferral(tx, lead.id, side.id);
    return lead.id;
  });
  return payload('aidLead', outcome, (id) => store.aidLeads.byId.load(id));
};
