import { PAGE_LIMIT } from '../../kit/paging.ts';
import type { RegionResolvers } from '../generated/resolvers.ts';

export const Region: RegionResolvers = {
  procuratorates: ({ code }, _, { store }) => store.procuratorates.ofRegion.of(code, PAGE_LIMIT),
};
