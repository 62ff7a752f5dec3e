import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  __field__Record: (_, { id }, { store }) => store.records.byId.load(id),
  __field__Records: (_, page, { store }) => store.records.page(page),
};
