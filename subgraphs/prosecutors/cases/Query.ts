import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  prosecutionCases: (_, { filter, ...page }, { store }) => store.prosecutionCases.page(page, filter ?? {}),
};
