import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  judicialConfirmations: (_, { filter, ...page }, { store }) => store.judicialConfirmations.page(page, filter ?? {}),
};
