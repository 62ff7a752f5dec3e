import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  person: (_, { idNumber }, { store }) => store.persons.refer(idNumber),
  incident: (_, { id }, { store }) => store.incidents.ownById(id),
  incidents: (_, { filter, ...page }, { store }) => store.incidents.page(page, filter ?? {}),
  policeCase: (_, { id }, { store }) => store.policeCases.ownById(id),
  policeCases: (_, { filter, ...page }, { store }) => store.policeCases.page(page, filter ?? {}),
};
