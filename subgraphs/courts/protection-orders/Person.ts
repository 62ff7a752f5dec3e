import type { PersonResolvers } from '../generated/resolvers.ts';

export const Person: PersonResolvers = {
  protectionOrders: ({ token }, { first }, { store }) => store.protectionOrders.ofApplicant.of(token, first),
};
