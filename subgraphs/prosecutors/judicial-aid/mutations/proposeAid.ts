import type { Knex } from 'knex';
import { requireText } from '../../../kit/command.ts';
import { compareMoney, parsePositiveMoney } from '../../../kit/formats/money.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { Context } from '../../context.ts';
import type { AidExcessInput, MutationResolvers, ProposeAidInput } from '../../generated/resolvers.ts';
import { FAULTS } from '../faults.ts';
import { capOf, checkAgainstCap, type Excess } from '../rules/aidCap.ts';
import { AID_CASE_STEPS } from '../rules/aidCaseSteps.ts';
import { wageYear } from '../rules/wageYear.ts';
import type { AidCase, ProposalChange } from '../store/aidCases.ts';
import { runAidCaseStep } from './aidCaseCommand.ts';

const LONGEST = { reason: 2_000, document: 100 };

export const proposeAid: Required<MutationResolvers>['proposeAid'] = (_, { input }, context) =>
  runAidCaseStep('proposeAid', input, context, async (tx, aidCase) => {
    const { store, viewer, referrals } = context;
    const reason = requireText(['reason'], input.reason, LONGEST.reason);
    const paid = await store.aidPayments.total(tx, aidCase.id);
    const sum = input.aid ? await checkSum(tx, input, { aidCase, paid }, context) : refuseSum(input, paid);
    await store.aidCases.propose(tx, aidCase.id, {
      status: AID_CASE_STEPS.proposeAid.to,
      ...sum,
      proposalReason: reason,
      proposedBy: viewer.subject,
    });
    const side = await referrals.byId(tx, aidCase.referralId);
    const notStarted = side?.status === 'ACCEPTED' || side?.status === 'REOPENED';
    if (notStarted) await referrals.transition(tx, aidCase.referralId, { action: 'START', actor: actorOf(viewer) });
    await referrals.note(tx, aidCase.referralId, input.aid ? 'PROPOSED' : 'PROPOSED_NO_AID', actorOf(viewer));
  });

type Sum = Omit<ProposalChange, 'proposalReason' | 'proposedBy'>;

/** The sum of a proposal to aid: within the cap, or with approval of the excess. @throws Problem */
async function checkSum(
  tx: Knex.Transaction,
  input: ProposeAidInput,
  { aidCase, paid }: { aidCase: AidCase; paid: string },
  { store }: Context,
): Promise<Sum> {
  if (input.amount == null) throw invalidInput(['amount'], FAULTS.AMOUNT_REQUIRED);
  const amount = requirePositive(['amount'], input.amount);
  const excess = input.excess ? checkExcess(input.excess) : null;
  const wage = await store.averageWages.read(tx, {
    regionCode: aidCase.regionCode,
    year: wageYear(aidCase.openedAt),
  });
  if (!wage) throw invalidInput(['amount'], FAULTS.WAGE_UNKNOWN, amount);
  if (compareMoney(amount, paid) < 0) throw invalidInput(['amount'], belowPaid(paid), amount);
  const { exceedsCap } = checkAgainstCap(amount, capOf(wage), excess);
  return {
    proposedAmount: amount,
    exceedsCap,
    approvalDocument: exceedsCap ? (excess?.approvalDocument ?? null) : null,
    courtAward: excess?.courtAward ?? null,
  };
}

/** A proposal not to aid has no sum, and is too late for a case that has been paid for. @throws Problem */
function refuseSum({ amount, excess }: ProposeAidInput, paid: string): Sum {
  if (amount != null) throw invalidInput(['amount'], FAULTS.AMOUNT_WITHOUT_AID, amount);
  if (excess) throw invalidInput(['excess'], FAULTS.AMOUNT_WITHOUT_AID);
  if (compareMoney(paid, '0.00') > 0) throw invalidInput(['aid'], belowPaid(paid), 'false');
  return { proposedAmount: null, exceedsCap: false, approvalDocument: null, courtAward: null };
}

/** Of a case that was taken up again: what was paid stays paid. */
function belowPaid(paid: string) {
  return {
    code: 'AMOUNT_BELOW_PAID',
    message: {
      zh: '低于已发放的救助金：已发放的不因新的意见而收回。',
      en: 'The proposal is below what has been paid already.',
    },
    accepted: { zh: `金额不低于 ${paid} 元`, en: `an amount of at least ${paid}` },
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
