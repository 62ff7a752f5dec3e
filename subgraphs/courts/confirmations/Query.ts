import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  judicialConfirmation: (_, { id }, { store }) => store.judicialConfirmations.ownById(id),
  judicialConfirmations: (_, { filter, ...page }, { store }) => store.judicialConfirmations.page(page, filter ?? {}),
};
