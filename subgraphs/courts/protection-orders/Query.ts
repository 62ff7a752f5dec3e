import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  protectionOrders: (_, { filter, ...page }, { store }) => store.protectionOrders.page(page, filter ?? {}),
};
