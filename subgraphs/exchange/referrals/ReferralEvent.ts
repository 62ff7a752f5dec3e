import type { ReferralEventResolvers } from '../generated/resolvers.ts';

export const ReferralEvent: ReferralEventResolvers = {
  cursor: ({ seq }, _, { feed }) => feed.cursorAt(seq),
  sequence: ({ seq }) => seq,
  agency: ({ fromAgency }) => ({ code: fromAgency }),
  referral: ({ referralId }, _, { store }) => store.referrals.byId.load(referralId),
  delivery: ({ delivery }) => delivery ?? 'RELAYED',
};
