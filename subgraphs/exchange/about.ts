import type { About } from '../kit/sharing/enforce.ts';
import { COMMON_SUBJECTS } from '../kit/sharing/subjects.ts';
import type { Context } from './context.ts';
import type { Referral } from './store/referrals.ts';

/** Whom and what the hub's own records are about: persons are named by referrals only, which their senders wrote. */
export const about: About<Context> = {
  ...COMMON_SUBJECTS,
  Referral: ({ id, caseId, personTokens, from }: Referral) => ({ id, caseId, persons: personTokens, author: from }),
};
