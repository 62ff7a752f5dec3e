import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  legalAidCases: (_, { filter, ...page }, { store }) => store.legalAidCases.page(page, filter ?? {}),
};
