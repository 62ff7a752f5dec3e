import type { PoliceUnitResolvers } from '../generated/resolvers.ts';

export const PoliceUnit: PoliceUnitResolvers = {
  region: ({ regionCode }) => ({ code: regionCode }),
};
