import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  identity: ({ token }, _, { store }) => store.persons.identityOf.load(token),
};
