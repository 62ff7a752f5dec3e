import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  aidCases: ({ token }, { first }, { store }) => store.aidCases.ofPerson.of(token, first),
  prosecutionCases: ({ token }, { first }, { store }) => store.prosecutionCases.ofPerson.of(token, first),
};
