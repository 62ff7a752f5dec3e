import type { Refused } from '../../../kit/definition.ts';
import { resumeMediation, withdrawMediation } from '../store/mediations.ts';

/** Our acceptance came after the sender's withdrawal: the mediation that it began ends as withdrawn. */
export const withdrawUnaccepted: Refused = (tx, referral) => withdrawMediation(tx, referral.id);

/** We agreed to a withdrawal whose request was taken back before: the mediation goes on. */
export const resumeAgreed: Refused = (tx, referral) => resumeMediation(tx, referral.id);
