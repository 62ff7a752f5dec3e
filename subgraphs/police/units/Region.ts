import type { RegionResolvers } from '../generated/resolvers.ts';

export const Region: RegionResolvers = {
  policeUnits: async ({ code }, _, { store }) => (await store.policeUnits.ofRegion.load(code)) ?? [],
};
