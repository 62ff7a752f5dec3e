import { requireText } from '../../../kit/command.ts';
import { shanghaiDay } from '../../../kit/formats/day.ts';
import { compareMoney, fen, fromFen, parsePositiveMoney } from '../../../kit/formats/money.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { AID_CASE_STEPS } from '../rules/aidCaseSteps.ts';
import { runAidCaseStep } from './aidCaseCommand.ts';

const LONGEST_VOUCHER = 100;

export const recordAidPayment: Required<MutationResolvers>['recordAidPayment'] = (_, { input }, context) =>
  runAidCaseStep('recordAidPayment', input, context, async (tx, aidCase) => {
    const { store, viewer, referrals } = context;
    const amount = parsePositiveMoney(input.amount);
    if (!amount.ok) throw invalidInput(['amount'], amount.fault, input.amount);
    const voucher = requireText(['voucher'], input.voucher, LONGEST_VOUCHER);
    if (input.paidOn > shanghaiDay(new Date())) throw invalidInput(['paidOn'], 'DATE_IN_FUTURE', input.paidOn);
    const approved = aidCase.approvedAmount ?? '0.00';
    const before = await store.aidPayments.total(tx, aidCase.id);
    const total = fromFen(fen(before) + fen(amount.value));
    if (compareMoney(total, approved) > 0)
      throw invalidInput(['amount'], aboveApproved(fromFen(fen(approved) - fen(before))), amount.value);
    await store.aidPayments.insert(tx, {
      aidCaseId: aidCase.id,
      amount: amount.value,
      paidOn: input.paidOn,
      voucher,
      recordedBy: viewer.username,
    });
    // Paid in parts, it stays approved until the last part.
    const complete = compareMoney(total, approved) === 0;
    await store.aidCases.change(tx, aidCase.id, {
      status: complete ? AID_CASE_STEPS.recordAidPayment.to : 'APPROVED',
      paid: true,
    });
    await referrals.note(tx, aidCase.referralId, complete ? 'PAID' : 'PAID_IN_PART', actorOf(viewer));
  });

function aboveApproved(rest: string) {
  return {
    code: 'AMOUNT_ABOVE_APPROVED',
    message: { zh: '累计发放将超过批准金额。', en: 'The payments together would exceed what was approved.' },
    accepted: { zh: `最多 ${rest} 元`, en: `at most ${rest}` },
  };
}
