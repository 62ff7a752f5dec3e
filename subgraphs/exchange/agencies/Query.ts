import type { QueryResolvers } from '../generated/resolvers.ts';
import { regionOf } from './store/regions.ts';

export const Query: QueryResolvers = {
  viewer: (_, __, { viewer }) => viewer,
  agencies: (_, __, { store }) => store.agencies.all(),
  region: (_, { code }) => regionOf(code),
};
