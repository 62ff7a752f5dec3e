import type { ReferralEventResolvers } from '../generated/resolvers.ts';

export const ReferralEvent: ReferralEventResolvers = {
  cursor: ({ sequence }, _, { feed }) => feed.cursorAt(sequence),
  referral: ({ referralId }, _, { store }) => store.referrals.byId.load(referralId),
};
