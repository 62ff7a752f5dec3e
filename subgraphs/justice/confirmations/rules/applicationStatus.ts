import type { JudicialConfirmationStatus, ReferralStatus } from '../../generated/resolvers.ts';

/** How far an application is, by its referral; CONCLUDED and ACKNOWLEDGED by the ruling. */
const STATUS_OF_REFERRAL = {
  DRAFT: 'APPLIED',
  SENT: 'APPLIED',
  RECEIVED: 'APPLIED',
  ACCEPTED: 'ACCEPTED',
  IN_PROGRESS: 'ACCEPTED',
  ON_HOLD: 'ACCEPTED',
  REOPENED: 'ACCEPTED',
  CONCLUDED: 'REJECTED',
  ACKNOWLEDGED: 'REJECTED',
  RETURNED: 'NOT_ACCEPTED',
  REFERRED_ONWARD: 'REFERRED_ONWARD',
  CANCELLED: 'WITHDRAWN',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'WITHDRAWN',
  ENTERED_IN_ERROR: 'WITHDRAWN',
} as const satisfies Record<ReferralStatus, JudicialConfirmationStatus>;

/** @param confirmed whether the court has confirmed the agreement; null where it has not ruled */
export function applicationStatus(referral: ReferralStatus, confirmed: boolean | null): JudicialConfirmationStatus {
  return confirmed ? 'CONFIRMED' : STATUS_OF_REFERRAL[referral];
}

/** Ends of an application after which the parties may apply again, as long as the term lasts. */
const AGAIN: readonly JudicialConfirmationStatus[] = ['NOT_ACCEPTED', 'WITHDRAWN'];

/** Whether the parties can apply, by their newest application; null where there was none. */
export function canApply(newest: JudicialConfirmationStatus | null): boolean {
  return newest === null || AGAIN.includes(newest);
}
