import { payload, requireText, runCommand } from '../../../kit/command.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

const LONGEST_DESCRIPTION = 2_000;

export const recordAssistanceMeasure: Required<MutationResolvers>['recordAssistanceMeasure'] = async (
  _,
  { input },
  context,
) => {
  const { store, viewer } = context;
  const outcome = await runCommand({
    name: 'recordAssistanceMeasure',
    input,
    context,
    run: async (tx) => {
      const description = requireText(['description'], input.description, LONGEST_DESCRIPTION);
      const lead = await store.aidLeads.lock(tx, input.aidLeadId);
      if (!lead) throw invalidInput(['aidLeadId'], 'NOT_FOUND', input.aidLeadId.slice(0, 60));
      return store.assistanceMeasures.insert(tx, {
        aidLeadId: lead.id,
        kind: input.kind,
        provider: input.provider,
        status: input.status,
        startsOn: input.startsOn,
        description,
        createdBy: viewer.username,
      });
    },
  });
  return payload('measure', outcome, (id) => store.assistanceMeasures.byId.load(id));
};
