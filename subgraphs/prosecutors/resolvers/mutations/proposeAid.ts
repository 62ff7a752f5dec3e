import { requireText } from '../../../kit/command.ts';
import { compareMoney, parsePositiveMoney } from '../../../kit/formats/money.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/sides.ts';
import type { AidExcessInput, MutationResolvers } from '../../generated/resolvers.ts';
import { capOf, checkAgainstCap, type Excess } from '../../rules/aidCap.ts';
import { AID_CASE_STEPS } from '../../rules/aidCaseSteps.ts';
import { wageYear } from '../../rules/wageYear.ts';
import { runAidCaseStep } from './aidCaseCommand.ts';

const LONGEST = { reason: 2_000, document: 100 };

export const proposeAid: Required<MutationResolvers>['proposeAid'] = (_, { input }, context) =>
  runAidCaseStep('proposeAid', input, context, async (tx, aidCase) => {
    const { store, viewer, referrals } = context;
    const amount = requirePositive(['amount'], input.amount);
    const reason = requireText(['reason'], input.reason, LONGEST.reason);
    const excess = input.excess ? checkExcess(input.excess) : null;
    const wage = await store.averageWages.find(tx, {
      regionCode: aidCase.regionCode,
      year: wageYear(aidCase.openedAt),
    });
    if (!wage) throw invalidInput(['amount'], 'WAGE_UNKNOWN', amount);
    const paid = await store.aidPayments.total(tx, aidCase.id);
    if (compareMoney(amount, paid) < 0) throw invalidInput(['amount'], belowPaid(paid), amount);
    const { exceedsCap } = checkAgainstCap(amount, capOf(wage), excess);
    await store.aidCases.change(tx, aidCase.id, {
      status: AID_CASE_STEPS.proposeAid.to,
      proposal: {
        amount,
        reason,
        exceedsCap,
        approvalDocument: exceedsCap ? (excess?.approvalDocument ?? null) : null,
        courtAward: excess?.courtAward ?? null,
        by: viewer.subject,
      },
    });
    const side = await referrals.byId(tx, aidCase.referralId);
    const notStarted = side?.status === 'ACCEPTED' || side?.status === 'REOPENED';
    if (notStarted) await referrals.transition(tx, aidCase.referralId, { action: 'START', actor: actorOf(viewer) });
    await referrals.note(tx, aidCase.referralId, 'PROPOSED', actorOf(viewer));
  });

/** Of a case that was taken up again: what was paid stays paid. */
function belowPaid(paid: string) {
  return {
    code: 'AMOUNT_BELOW_PAID',
    message: { zh: '金额低于已发放的救助金。', en: 'The amount is below what has been paid already.' },
    accepted: { zh: `不低于 ${paid} 元`, en: `at least ${paid}` },
  };
}

function requirePositive(path: string[], text: string): string {
  const parsed = parsePositiveMoney(text);
  if (!parsed.ok) throw invalidInput(path, parsed.fault, text);
  return parsed.value;
}

function checkExcess(excess: AidExcessInput): Excess {
  return {
    approvalDocument: requireText(['excess', 'approvalDocument'], excess.approvalDocument, LONGEST.document),
    courtAward: requirePositive(['excess', 'courtAward'], excess.courtAward),
  };
}
