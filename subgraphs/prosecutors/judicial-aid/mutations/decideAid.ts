import { requireText } from '../../../kit/command.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { decidedStatus } from '../rules/aidDecision.ts';
import { runAidCaseStep } from './aidCaseCommand.ts';

const LONGEST_REASON = 2_000;

export const decideAid: Required<MutationResolvers>['decideAid'] = (_, { input }, context) =>
  runAidCaseStep('decideAid', input, context, async (tx, aidCase) => {
    const { store, viewer, referrals } = context;
    if (!aidCase.proposedAt) throw new Error(`The aid case ${aidCase.id} has no proposal.`);
    const reason = requireText(['reason'], input.reason, LONGEST_REASON);
    const amount = input.approve ? aidCase.proposedAmount : null;
    // Of a case that was taken up again all may have been paid before.
    const nothingLeft = amount !== null && (await store.aidPayments.total(tx, aidCase.id)) === amount;
    const decided = decidedStatus(aidCase, input.approve);
    await store.aidCases.decide(tx, aidCase.id, {
      status: nothingLeft ? 'PAID' : decided,
      approved: input.approve,
      approvedAmount: amount,
      decisionReason: reason,
      decidedBy: viewer.subject,
    });
    await referrals.note(tx, aidCase.referralId, decided, actorOf(viewer));
  });
