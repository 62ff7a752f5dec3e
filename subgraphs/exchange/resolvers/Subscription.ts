import { mayFollow } from '../../kit/permissions.ts';
import { forbidden } from '../../kit/requestError.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';
import { eventsBetween, type FollowedEvent, matches } from '../store/followedEvents.ts';

export const Subscription: SubscriptionResolvers = {
  referralEvents: {
    subscribe: async (_, { after, filter }, { feed, viewer }) => {
      if (!mayFollow(viewer, 'referralEvents')) throw forbidden(viewer.language);
      return feed.follow<FollowedEvent>({
        viewer,
        after,
        read: (db, range) => eventsBetween(db, viewer, range),
        matches: (event) => matches(event, filter ?? {}),
      });
    },
    resolve: (event: FollowedEvent) => event,
  },
};
