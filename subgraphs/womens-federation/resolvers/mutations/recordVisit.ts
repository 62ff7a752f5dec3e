import { payload, requireText, runCommand } from '../../../kit/command.ts';
import { shanghaiDay } from '../../../kit/formats/day.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

const LONGEST_FINDINGS = 4_000;

export const recordVisit: Required<MutationResolvers>['recordVisit'] = async (_, { input }, context) => {
  const { store, viewer } = context;
  const outcome = await runCommand({
    name: 'recordVisit',
    input,
    context,
    run: async (tx) => {
      const findings = requireText(['findings'], input.findings, LONGEST_FINDINGS);
      if (input.visitedOn > shanghaiDay(new Date()))
        throw invalidInput(['visitedOn'], 'DATE_IN_FUTURE', input.visitedOn);
      const lead = await store.aidLeads.lock(tx, input.aidLeadId);
      if (!lead) throw invalidInput(['aidLeadId'], 'NOT_FOUND', input.aidLeadId.slice(0, 60));
      return store.visits.insert(tx, {
        aidLeadId: lead.id,
        visitedOn: input.visitedOn,
        returnVisit: input.returnVisit,
        participants: [...new Set([viewer.agency, ...input.participants])],
        findings,
        createdBy: viewer.username,
      });
    },
  });
  return payload('visit', outcome, (id) => store.visits.byId.load(id));
};
