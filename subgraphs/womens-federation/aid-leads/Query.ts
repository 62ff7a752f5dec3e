import { requireFollower } from '../../kit/subscriptionPermissions.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  aidLead: (_, { id }, { store }) => store.aidLeads.byId.load(id),
  aidLeads: (_, { filter, ...page }, { store }) => store.aidLeads.page(page, filter ?? {}),
  aidLeadChangeCursor: (_, __, { feed, viewer }) => {
    requireFollower(viewer, 'aidLeadChanged');
    return feed.cursor();
  },
  hardshipCategories: (_, __, { store }) => store.hardshipCategories.all(),
};
