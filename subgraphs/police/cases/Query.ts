import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  policeCase: (_, { id }, { store }) => store.policeCases.ownById(id),
  policeCases: (_, { filter, ...page }, { store }) => store.policeCases.page(page, filter ?? {}),
};
