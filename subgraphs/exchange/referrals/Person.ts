import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  referrals: ({ token }, { first }, { store }) => store.referrals.ofPerson.of(token, first),
};
