import type { SubscriptionResolvers } from '../generated/resolvers.ts';
import { type AidLeadChange, changesBetween } from './store/aidLeadChanges.ts';

export const Subscription: SubscriptionResolvers = {
  aidLeadChanged: {
    subscribe: (_, { after, id }, { feed, viewer }) =>
      feed.follow<AidLeadChange>({
        viewer,
        after,
        read: (db, range) => changesBetween(db, viewer, range),
        matches: ({ aidLeadId }) => id == null || aidLeadId === id.toLowerCase(),
      }),
    resolve: (change: AidLeadChange) => change,
  },
};
