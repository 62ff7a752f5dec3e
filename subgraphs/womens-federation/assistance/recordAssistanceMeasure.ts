import { payload, requireText } from '../../kit/command.ts';
import { invalidInput } from '../../kit/problems/problem.ts';
import { runLeadCommand } from '../aid-leads/mutations/leadCommand.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

const LONGEST_DESCRIPTION = 2_000;

type Mutation = Required<MutationResolvers>['recordAssistanceMeasure'];

export const recordAssistanceMeasure: Mutation = async (_, { input }, context) => {
  const { store, viewer } = context;
  const outcome = await runLeadCommand('recordAssistanceMeasure', input, context, (tx, lead) => {
    if (!context.knowsAgency(input.provider)) throw invalidInput(['provider'], 'AGENCY_UNKNOWN', input.provider);
    return store.assistanceMeasures.insert(tx, {
      aidLeadId: lead.id,
      kind: input.kind,
      provider: input.provider,
      status: input.status,
      startsOn: input.startsOn,
      description: requireText(['description'], input.description, LONGEST_DESCRIPTION),
      createdBy: viewer.username,
    });
  });
  return payload('measure', outcome, (id) => context.store.assistanceMeasures.byId.load(id));
};
