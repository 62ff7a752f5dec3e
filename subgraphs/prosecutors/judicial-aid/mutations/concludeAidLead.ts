import { requireText } from '../../../kit/command.ts';
import { compareMoney } from '../../../kit/formats/money.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { AID_CASE_STEPS } from '../rules/aidCaseSteps.ts';
import { runAidCaseStep } from './aidCaseCommand.ts';

const LONGEST_FEEDBACK = 4_000;

export const concludeAidLead: Required<MutationResolvers>['concludeAidLead'] = (_, { input }, context) =>
  runAidCaseStep('concludeAidLead', input, context, async (tx, aidCase) => {
    const { store, viewer, referrals } = context;
    const feedback = requireText(['feedback'], input.feedback, LONGEST_FEEDBACK);
    const paid = await store.aidPayments.total(tx, aidCase.id);
    const aided = compareMoney(paid, '0.00') > 0;
    await store.aidCases.change(tx, aidCase.id, { status: AID_CASE_STEPS.concludeAidLead.to });
    await referrals.transition(tx, aidCase.referralId, {
      action: 'CONCLUDE',
      actor: actorOf(viewer),
      body: { aided, amount: aided ? paid : null, feedback },
    });
  });
