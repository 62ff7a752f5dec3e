import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  legalAidCases: ({ token }, { first }, { store }) => store.legalAidCases.ofPerson.of(token, first),
};
