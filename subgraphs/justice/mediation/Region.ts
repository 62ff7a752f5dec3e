import { PAGE_LIMIT } from '../../kit/paging.ts';
import type { RegionResolvers } from '../generated/resolvers.ts';

export const Region: RegionResolvers = {
  mediationOrganisations: ({ code }, { first }, { store }) =>
    store.mediationOrganisations.ofRegion.of(code, first ?? PAGE_LIMIT),
};
