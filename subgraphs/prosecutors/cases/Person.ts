import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  prosecutionCases: ({ token }, { first }, { store }) => store.prosecutionCases.ofPerson.of(token, first),
};
