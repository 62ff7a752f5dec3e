import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  courtCases: ({ token }, { first }, { store }) => store.courtCases.ofPerson.of(token, first),
};
