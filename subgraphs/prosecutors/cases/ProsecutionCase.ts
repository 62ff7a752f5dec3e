import type { ProsecutionCaseResolvers } from '../generated/resolvers.ts';

export const ProsecutionCase: ProsecutionCaseResolvers = {
  __resolveReference: ({ id }, { store }) => store.prosecutionCases.byId.load(id),
  case: ({ caseId }) => ({ id: caseId }),
  region: ({ regionCode }) => ({ code: regionCode }),
};
