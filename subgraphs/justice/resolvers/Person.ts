import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  mediations: ({ token }, { first }, { store }) => store.mediations.ofPerson.of(token, first),
  legalAidCases: ({ token }, { first }, { store }) => store.legalAidCases.ofPerson.of(token, first),
};
