import type { Receive, Refused } from '../../../kit/definition.ts';
import { closeAsWithdrawn, reopenWithdrawn } from '../store.ts';

/** The parties took their application back, or the bureau had recorded it by mistake. */
export const closeWithdrawn: Receive = (tx, { header }) => closeAsWithdrawn(tx, header.referral);

/** Our answer to the application came after it had been taken back. */
export const closeOvertaken: Refused = (tx, referral) => closeAsWithdrawn(tx, referral.id);

/** We agreed to a withdrawal whose request was taken back before: the application is reviewed further. */
export const reopenAgreed: Refused = (tx, referral) => reopenWithdrawn(tx, referral.id);
