import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  case: (_, { id }, { store }) => store.cases.byId.load(id),
  caseByNumber: (_, { number }, { store }) => store.cases.byNumber.load(number),
  cases: (_, { filter, ...page }, { store }) => store.cases.page(page, filter ?? {}),
};
