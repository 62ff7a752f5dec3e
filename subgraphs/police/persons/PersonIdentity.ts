import type { Context } from '../context.ts';
import type { PersonIdentityResolvers } from '../generated/resolvers.ts';
import type { PersonIdentity as Identity } from './store/persons.ts';

export const PersonIdentity: PersonIdentityResolvers = {
  registeredRegion: ({ regionCode }) => ({ code: regionCode }),
  address: (identity, _, context) => whereToFind('address', identity, context),
  phone: (identity, _, context) => whereToFind('phone', identity, context),
};

/**
 * Where a protected person can be found goes to nobody but the police (Anti-Domestic-Violence Law). The answer is as if
 * nothing were known, since it must not tell that the person is protected; the trail has it as refused.
 */
function whereToFind(field: 'address' | 'phone', identity: Identity, { sharing }: Context): string | null {
  if (!identity.protected || sharing.isOwn) return identity[field];
  const place = sharing.placeOf(identity);
  if (place) sharing.denied(place, field);
  return null;
}
