import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  policeCases: ({ token }, { first }, { store }) => store.policeCases.ofPerson.of(token, first),
};
