import { transitionConflict } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/sides.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { AID_CASE_STEPS } from '../../rules/aidCaseSteps.ts';
import { runAidCaseStep } from './aidCaseCommand.ts';

export const agreeAidLeadWithdrawal: Required<MutationResolvers>['agreeAidLeadWithdrawal'] = (_, { input }, context) =>
  runAidCaseStep('agreeAidLeadWithdrawal', input, context, async (tx, aidCase) => {
    const { store, viewer, referrals } = context;
    if (!(await referrals.hasSeen(tx, aidCase.referralId, 'REQUEST_WITHDRAWAL')))
      throw transitionConflict('STATUS_CONFLICT', aidCase);
    await store.aidCases.change(tx, aidCase.id, { status: AID_CASE_STEPS.agreeAidLeadWithdrawal.to, withdrawn: true });
    await referrals.transition(tx, aidCase.referralId, { action: 'AGREE_WITHDRAWAL', actor: actorOf(viewer) });
  });
