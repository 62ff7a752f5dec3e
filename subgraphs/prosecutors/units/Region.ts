import type { RegionResolvers } from '../generated/resolvers.ts';

export const Region: RegionResolvers = {
  procuratorates: ({ code }, _, { store }) => store.procuratorates.ofRegion.allOf(code),
};
