import type { Receive, Refused } from '../../../kit/definition.ts';
import { closeAsWithdrawn, reopenWithdrawn } from '../store/aidCases.ts';

/** Our acceptance came after the sender's withdrawal: the aid case that it opened ends as withdrawn. */
export const closeWithdrawn: Refused = (tx, referral) => closeAsWithdrawn(tx, referral.id);

/** Our agreement to a withdrawal, or our referring onward, came after a step of the sender: the aid case goes on where it was. */
export const reopenAgreed: Refused = (tx, referral) => reopenWithdrawn(tx, referral.id);

/** The sender's system withdrew a referral that stood beside another one of the same lead: its aid case, if there is one, ends. */
export const closeDuplicate: Receive = (tx, { header }) => closeAsWithdrawn(tx, header.referral);
