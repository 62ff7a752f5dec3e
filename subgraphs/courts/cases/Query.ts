import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  courtCase: (_, { id }, { store }) => store.courtCases.ownById(id),
  courtCases: (_, { filter, ...page }, { store }) => store.courtCases.page(page, filter ?? {}),
};
