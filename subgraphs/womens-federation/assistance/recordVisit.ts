import { payload, requireAgencies, requireText } from '../../kit/command.ts';
import { shanghaiDay } from '../../kit/formats/day.ts';
import { invalidInput } from '../../kit/problems/problem.ts';
import { runLeadCommand } from '../aid-leads/mutations/leadCommand.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

const LONGEST_FINDINGS = 4_000;

export const recordVisit: Required<MutationResolvers>['recordVisit'] = async (_, { input }, context) => {
  const { store, viewer } = context;
  const outcome = await runLeadCommand('recordVisit', input, context, (tx, lead) => {
    const findings = requireText(['findings'], input.findings, LONGEST_FINDINGS);
    if (input.visitedOn > shanghaiDay(new Date())) {
      throw invalidInput(['visitedOn'], 'DATE_IN_FUTURE', input.visitedOn);
    }
    return store.visits.insert(tx, {
      aidLeadId: lead.id,
      visitedOn: input.visitedOn,
      returnVisit: input.returnVisit,
      participants: [...new Set([viewer.agency, ...requireAgencies(['participants'], input.participants, context)])],
      findings,
      createdBy: viewer.username,
    });
  });
  return payload('visit', outcome, (id) => context.store.visits.byId.load(id));
};
