import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  mediations: ({ token }, { first }, { store }) => store.mediations.ofPerson.of(token, first),
};
