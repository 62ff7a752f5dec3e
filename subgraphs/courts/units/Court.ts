import type { CourtResolvers } from '../generated/resolvers.ts';

export const Court: CourtResolvers = {
  region: ({ regionCode }) => ({ code: regionCode }),
};
