import { payload, requireAgencies, requireBetween, requireText, runCommand } from '../../../kit/command.ts';
import { shanghaiDay } from '../../../kit/formats/day.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

const MOST = { leads: 50, decisions: 20 };
const LONGEST = { minutes: 10_000, decision: 500 };

export const recordConsultation: Required<MutationResolvers>['recordConsultation'] = async (_, { input }, context) => {
  const { store, viewer, referrals } = context;
  const outcome = await runCommand({
    name: 'recordConsultation',
    input,
    context,
    run: async (tx) => {
      requireBetween(['aidLeadIds', 'length'], input.aidLeadIds.length, 1, MOST.leads);
      requireBetween(['decisions', 'length'], input.decisions.length, 1, MOST.decisions);
      const minutes = requireText(['minutes'], input.minutes, LONGEST.minutes);
      const decisions = input.decisions.map((decision, index) =>
        requireText(['decisions', index], decision, LONGEST.decision),
      );
      if (input.heldOn > shanghaiDay(new Date())) throw invalidInput(['heldOn'], 'DATE_IN_FUTURE', input.heldOn);
      const aidLeadIds = input.aidLeadIds.map((id) => id.toLowerCase());
      const leads = await store.receivedLeads.readMany(tx, aidLeadIds);
      const known = new Set(leads.map((lead) => lead.id));
      const unknown = aidLeadIds.findIndex((id) => !known.has(id));
      if (unknown >= 0) throw invalidInput(['aidLeadIds', unknown], 'NOT_FOUND', input.aidLeadIds[unknown] ?? null);
      const id = await store.consultations.insert(tx, {
        regionCode: viewer.region,
        heldOn: input.heldOn,
        participants: [...new Set([viewer.agency, ...requireAgencies(['participants'], input.participants, context)])],
        minutes,
        decisions,
        leadIds: [...known],
        recordedBy: viewer.username,
      });
      for (const lead of leads) await referrals.note(tx, lead.referralId, 'CONSULTED', actorOf(viewer));
      return id;
    },
  });
  return payload('consultation', outcome, (id) => context.store.consultations.byId.load(id));
};
