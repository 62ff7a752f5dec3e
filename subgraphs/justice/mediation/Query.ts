import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  mediation: (_, { id }, { store }) => store.mediations.ownById(id),
  mediations: (_, { filter, ...page }, { store }) => store.mediations.page(page, filter ?? {}),
  mediationOrganisations: (_, { filter, ...page }, { store }) => store.mediationOrganisations.page(page, filter ?? {}),
};
