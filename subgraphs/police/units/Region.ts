import type { RegionResolvers } from '../generated/resolvers.ts';

export const Region: RegionResolvers = {
  policeUnits: ({ code }, _, { store }) => store.policeUnits.ofRegion.allOf(code),
};
