import { optionalText } from '../../../kit/command.ts';
import { actorOf } from '../../../kit/referrals/sides.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { AID_CASE_STEPS } from '../../rules/aidCaseSteps.ts';
import { runAidCaseStep } from './aidCaseCommand.ts';

const LONGEST_REASON = 2_000;

/** What was paid stays paid: a new proposal names the whole amount, and only the rest of it can be paid. */
export const reopenAidLead: Required<MutationResolvers>['reopenAidLead'] = (_, { input }, context) =>
  runAidCaseStep('reopenAidLead', input, context, async (tx, aidCase) => {
    const { store, viewer, referrals } = context;
    const text = optionalText(['reasonText'], input.reasonText, LONGEST_REASON);
    await store.aidCases.change(tx, aidCase.id, { status: AID_CASE_STEPS.reopenAidLead.to });
    await referrals.transition(tx, aidCase.referralId, {
      action: 'REOPEN',
      actor: actorOf(viewer),
      reason: { code: input.reasonCode, text },
    });
  });
