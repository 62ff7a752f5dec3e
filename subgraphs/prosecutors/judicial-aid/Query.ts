import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  aidCase: (_, { id }, { store }) => store.aidCases.byId.load(id),
  aidCases: (_, { filter, ...page }, { store }) => store.aidCases.page(page, filter ?? {}),
};
