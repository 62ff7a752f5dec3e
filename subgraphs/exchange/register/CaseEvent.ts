import type { CaseEventResolvers } from '../generated/resolvers.ts';

export const CaseEvent: CaseEventResolvers = {
  agency: ({ agency }) => ({ code: agency }),
  referral: ({ referralId }, _, { store }) => (referralId === null ? null : store.referrals.byId.load(referralId)),
};
