import { requireText } from '../../../kit/command.ts';
import { parsePositiveMoney } from '../../../kit/formats/money.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { AgreementInput, ConcludeMediationInput, MutationResolvers } from '../../generated/resolvers.ts';
import { AGREED_FROM } from '../rules/mediationSteps.ts';
import { runMediationStep } from './mediationCommand.ts';

const LONGEST = { content: 4_000, failureReason: 2_000 };

export const concludeMediation: Required<MutationResolvers>['concludeMediation'] = (_, { input }, context) =>
  runMediationStep('concludeMediation', input, context, async (tx, mediation) => {
    const { store, viewer, referrals } = context;
    const { agreement, failureReason } = checkResult(input);
    if (agreement && !AGREED_FROM.includes(mediation.status)) throw transitionConflict('STATUS_CONFLICT', mediation);
    const outcome = agreement ? ('AGREED' as const) : ('FAILED' as const);
    await store.mediations.conclude(tx, mediation.id, { agreement, failureReason });
    if (mediation.referralId === null) return;
    await referrals.transition(tx, mediation.referralId, {
      action: 'CONCLUDE',
      actor: actorOf(viewer),
      body: { outcome, agreement, failureReason },
    });
  });

/** An agreement or a reason why there is none. @throws Problem */
function checkResult({ agreement, failureReason }: ConcludeMediationInput) {
  if (!agreement) {
    return { agreement: null, failureReason: requireText(['failureReason'], failureReason, LONGEST.failureReason) };
  }
  if (failureReason) {
    throw invalidInput(['failureReason'], {
      code: 'AGREEMENT_OR_FAILURE',
      message: { zh: '已达成协议的，不填未成原因。', en: 'A mediation ends by an agreement or without, not both.' },
      accepted: { zh: '只填其一', en: 'one of the two' },
    });
  }
  return { agreement: checkAgreement(agreement), failureReason: null };
}

function checkAgreement({ content, amount, performBy }: AgreementInput) {
  const money = amount == null ? null : parsePositiveMoney(amount);
  if (money && !money.ok) throw invalidInput(['agreement', 'amount'], money.fault, amount ?? null);
  return {
    content: requireText(['agreement', 'content'], content, LONGEST.content),
    amount: money?.ok ? money.value : null,
    performBy: performBy ?? null,
  };
}
