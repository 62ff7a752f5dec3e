import type { PersonIdentityResolvers } from '../generated/resolvers.ts';

export const PersonIdentity: PersonIdentityResolvers = {
  registeredRegion: ({ regionCode }) => ({ code: regionCode }),
};
