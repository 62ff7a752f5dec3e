import type { RegionResolvers } from '../generated/resolvers.ts';

export const Region: RegionResolvers = {
  courts: ({ code }, _, { store }) => store.courts.ofRegion.allOf(code),
};
