import type { DeadLetterResolvers } from '../generated/resolvers.ts';

export const DeadLetter: DeadLetterResolvers = {
  to: ({ toAgency }) => ({ code: toAgency }),
  lastError: ({ lastError }) => lastError ?? 'UNKNOWN',
  at: ({ finishedAt }) => finishedAt,
  referral: async ({ referralId }, _, { store }) => {
    if (referralId === null) return null;
    const referral = await store.referrals.byId.load(referralId);
    if (!referral) throw new Error('A dead letter without its referral.');
    return referral;
  },
};
