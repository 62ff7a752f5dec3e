import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  aidCases: ({ token }, { first }, { store }) => store.aidCases.ofPerson.of(token, first),
};
