import { isDeepStrictEqual } from 'node:util';
import { viewerOf } from './accessToken.ts';
import type { VerifiedToken } from './tokenCache.ts';
import type { Introspected } from './tokenIntrospection.ts';
import type { Known } from './viewer.ts';

/** The claims that decide who may read what. */
const DECIDING = ['agency', 'region', 'roles'] as const;

/**
 * Whom a token speaks for now: the token's claims, but for those that the provider's answer gives anew. An answer that has
 * one of the deciding claims speaks for all of them, so a claim that was taken away does not come back from the token. An
 * answer that has none is of a provider that only says whether a token is alive: then the token's claims count. The user name
 * decides nothing and stays the one that the token was issued under.
 *
 * @returns a function that gives null where the answer is about somebody else, or names nobody who may come in; the same
 *   object for as long as nothing changes
 */
export function createCurrentViewer(agencies: ReadonlySet<string>) {
  const viewers = new WeakMap<Introspected, Known | null>();
  const read = ({ payload, viewer }: VerifiedToken, said: Introspected): Known | null => {
    if (said.sub !== undefined && said.sub !== payload.sub) return null;
    if (!DECIDING.some((claim) => said[claim] !== undefined)) return viewer;
    const { agency, region, roles } = said;
    const { name = payload.name } = said;
    const current = viewerOf({ ...payload, name, agency, region, roles }, agencies);
    return isDeepStrictEqual(current, viewer) ? viewer : current;
  };
  return (found: VerifiedToken, said: Introspected): Known | null => {
    const known = viewers.get(said);
    if (known !== undefined) return known;
    const viewer = read(found, said);
    viewers.set(said, viewer);
    return viewer;
  };
}
