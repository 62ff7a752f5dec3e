import type { RegionResolvers } from '../generated/resolvers.ts';
import { regionOf } from './store/regions.ts';

export const Region: RegionResolvers = {
  __resolveReference: ({ code }) => regionOf(code),
  parent: ({ parentCode }) => (parentCode === null ? null : regionOf(parentCode)),
};
