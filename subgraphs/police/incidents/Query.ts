import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  incident: (_, { id }, { store }) => store.incidents.ownById(id),
  incidents: (_, { filter, ...page }, { store }) => store.incidents.page(page, filter ?? {}),
};
