import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  __field__Records: ({ id }, { first }, { store }) => store.records.ofCase.of(id, first),
};
