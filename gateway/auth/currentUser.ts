import { isDeepStrictEqual } from 'node:util';
import { userOf } from './accessToken.ts';
import type { VerifiedToken } from './tokenCache.ts';
import type { IntrospectionResult } from './tokenIntrospection.ts';
import type { AuthenticatedUser } from './viewer.ts';

/** The claims that decide what a user may read. */
const ACCESS_CLAIMS = ['agency', 'region', 'roles'] as const;

/**
 * The user as the provider describes them now. If the introspection result has one of the access claims, it replaces all of
 * them, so that a claim that was removed does not come back from the token. If it has none, the provider only says whether the
 * token is active, and the token's claims count. The sign-in name stays that of the token: it decides nothing.
 *
 * @returns null where the result is about another user, or does not describe a valid one
 */
export function currentUser(
  { payload, user }: VerifiedToken,
  result: IntrospectionResult,
  agencies: ReadonlySet<string>,
): AuthenticatedUser | null {
  if (result.sub !== undefined && result.sub !== payload.sub) return null;
  if (!ACCESS_CLAIMS.some((claim) => result[claim] !== undefined)) return user;
  const { agency, region, roles, name = payload.name } = result;
  const current = userOf({ ...payload, name, agency, region, roles }, agencies);
  return isDeepStrictEqual(current, user) ? user : current;
}
