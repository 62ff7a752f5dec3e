import { optionalText, payload, runCommand } from '../../../kit/command.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { FAULTS } from '../faults.ts';
import { isSecondAid } from '../store/aidCases.ts';

const LONGEST_NOTE = 2_000;

export const acceptAidLead: Required<MutationResolvers>['acceptAidLead'] = async (_, { input }, context) => {
  const { store, viewer, referrals } = context;
  const outcome = await runCommand({
    name: 'acceptAidLead',
    input,
    context,
    run: async (tx) => {
      const note = optionalText(['note'], input.note, LONGEST_NOTE);
      const side = await referrals.lock(tx, input.referralId);
      if (!side) throw invalidInput(['referralId'], 'NOT_FOUND', input.referralId);
      await referrals.transition(tx, side.id, {
        action: 'ACCEPT',
        actor: actorOf(viewer),
        expectedVersion: input.expectedVersion,
        body: { note },
      });
      const lead = await store.receivedLeads.read(tx, side.subjectId);
      if (!lead) throw invalidInput(['referralId'], 'NOT_FOUND', input.referralId);
      const shortName = await store.procuratorates.shortNameOf(tx, lead.regionCode);
      return store.aidCases
        .insert(tx, {
          leadId: lead.id,
          referralId: side.id,
          regionCode: lead.regionCode,
          caseId: lead.caseId,
          applicantToken: lead.applicantToken,
          shortName,
        })
        .catch((error: unknown) => {
          throw isSecondAid(error) ? invalidInput(['referralId'], FAULTS.AID_ALREADY_GIVEN, input.referralId) : error;
        });
    },
  });
  return payload('aidCase', outcome, (id) => context.store.aidCases.byId.load(id));
};
