import { requireFollower } from '../../kit/subscriptionPermissions.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { grantOf } from './grant.ts';

export const Query: QueryResolvers = {
  referral: (_, { id }, { store }) => store.referrals.byId.load(id),
  referrals: (_, { filter, ...page }, { store }) => store.referrals.page(page, filter ?? {}),
  referralKinds: (_, __, { rules }) => [...rules.kinds],
  referralEventCursor: (_, __, { feed, viewer }) => {
    requireFollower(viewer, 'referralEvents');
    return feed.cursor();
  },
  referralWindow: async (_, { referral }, { db, rules, viewer }) => {
    const grant = await grantOf(db, rules, referral, viewer);
    return grant && { ...grant, persons: grant.personTokens.length };
  },
};
