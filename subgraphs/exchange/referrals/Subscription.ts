import type { SubscriptionResolvers } from '../generated/resolvers.ts';
import { eventsBetween, type FollowedEvent, matches } from './store/followedEvents.ts';

export const Subscription: SubscriptionResolvers = {
  referralEvents: {
    subscribe: (_, { after, filter }, { feed, viewer }) =>
      feed.follow<FollowedEvent>({
        viewer,
        after,
        read: (db, range) => eventsBetween(db, viewer, range),
        matches: (event) => matches(event, filter ?? {}),
      }),
    resolve: (event: FollowedEvent) => event,
  },
};
