import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  policeCase: ({ id }, _, { store }) => store.policeCases.newestOfCase(id),
};
