import type { JudicialConfirmationStatus } from '../../generated/resolvers.ts';

interface Step {
  from: readonly JudicialConfirmationStatus[];
  to: readonly JudicialConfirmationStatus[];
}

/** The application as it came, or with an answer of ours that may turn out to be too late. */
const ANSWERED = ['APPLIED', 'ACCEPTED', 'NOT_ACCEPTED', 'REFERRED_ONWARD'] as const;

/**
 * What each action of the referral makes of its judicial confirmation; actions that are not named leave it as it is. A withdrawal
 * may find an application that we have just answered: the exchange recorded the withdrawal first.
 */
export const CONFIRMATION_STEPS = {
  ACCEPT: { from: ['APPLIED'], to: ['ACCEPTED'] },
  RETURN: { from: ['APPLIED'], to: ['NOT_ACCEPTED'] },
  REFER_ONWARD: { from: ['APPLIED'], to: ['REFERRED_ONWARD'] },
  CONCLUDE: { from: ['ACCEPTED'], to: ['CONFIRMED', 'REJECTED'] },
  AGREE_WITHDRAWAL: { from: ['ACCEPTED'], to: ['WITHDRAWN'] },
  WITHDRAW: { from: ANSWERED, to: ['WITHDRAWN'] },
  WITHDRAW_DUPLICATE: { from: ANSWERED, to: ['WITHDRAWN'] },
  ENTERED_IN_ERROR: { from: ANSWERED, to: ['WITHDRAWN'] },
} as const satisfies Record<string, Step>;

const steps: Readonly<Record<string, Step>> = CONFIRMATION_STEPS;

/** Whether the confirmation, by its status, allows an action of its referral; null where there is no confirmation. */
export function confirmationAllows(action: string, status: JudicialConfirmationStatus | null): boolean {
  const step = steps[action];
  return step === undefined || (status !== null && step.from.includes(status));
}

/** The status that a ruling leads to. */
export function ruledStatus(confirmed: boolean): (typeof CONFIRMATION_STEPS.CONCLUDE.to)[number] {
  return confirmed ? 'CONFIRMED' : 'REJECTED';
}
