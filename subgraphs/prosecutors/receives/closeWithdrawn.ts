import type { Refused } from '../../kit/definition.ts';
import { closeAsWithdrawn } from '../store/aidCases.ts';

/** Our acceptance came after the sender's withdrawal: the aid case that it opened ends as withdrawn. */
export const closeWithdrawn: Refused = (tx, referral) => closeAsWithdrawn(tx, referral.id);
