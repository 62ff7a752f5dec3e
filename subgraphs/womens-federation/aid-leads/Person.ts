import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  aidLeads: ({ token }, { first }, { store }) => store.aidLeads.ofPerson.of(token, first),
};
