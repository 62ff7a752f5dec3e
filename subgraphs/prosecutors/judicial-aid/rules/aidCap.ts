import { compareMoney, times } from '../../../kit/formats/money.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import type { AverageWageRow } from '../../generated/rows.ts';

/**
 * The cap on aid: at most 36 months of the average monthly wage of the year before, where the case is handled; more only
 * with approval, and never above what a court would award (rules of 2014 on national judicial aid; local rules may differ).
 */
export const CAP_MONTHS = 36;

export interface Excess {
  approvalDocument: string;
  courtAward: string;
}

export function capOf(wage: Pick<AverageWageRow, 'monthly'>): string {
  return times(wage.monthly, CAP_MONTHS);
}

/** Whether the amount needs, and has, approval of the excess. @throws Problem where it is above what may be given */
export function checkAgainstCap(amount: string, cap: string, excess: Excess | null): { exceedsCap: boolean } {
  if (compareMoney(amount, cap) <= 0) return { exceedsCap: false };
  if (!excess) {
    throw invalidInput(
      ['amount'],
      {
        code: 'AMOUNT_ABOVE_CAP',
        message: {
          zh: '金额超过救助上限，须附超限额审批。',
          en: 'The amount is above the cap, which needs approval of the excess.',
        },
        accepted: { zh: `不超过 ${cap} 元，或在 excess 中附审批文号`, en: `at most ${cap}, or an approval in excess` },
      },
      amount,
    );
  }
  if (compareMoney(amount, excess.courtAward) > 0) {
    throw invalidInput(
      ['amount'],
      {
        code: 'AMOUNT_ABOVE_COURT_AWARD',
        message: { zh: '金额超过法院可判赔数额。', en: 'The amount is above what a court would award.' },
        accepted: { zh: `不超过 ${excess.courtAward} 元`, en: `at most ${excess.courtAward}` },
      },
      amount,
    );
  }
  return { exceedsCap: true };
}
