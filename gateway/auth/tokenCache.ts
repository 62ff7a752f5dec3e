import type { JWTPayload } from 'jose';
import type { AuthenticatedUser } from './viewer.ts';

/** A token with a valid signature, and its user. */
export interface VerifiedToken {
  token: string;
  payload: JWTPayload;
  /** As the token describes them. */
  user: AuthenticatedUser;
}

/** Tokens that were verified lately. */
export interface TokenCache {
  /** Null where the token must be verified. */
  get(authorization: string): VerifiedToken | null;
  /** @param expires seconds since 1970 at which the token expires */
  set(authorization: string, verified: VerifiedToken, expires: number): void;
}

/** Verifying a signature is the most expensive part of a small request. Once a minute, so that a withdrawn key stops working soon. */
const MAX_AGE_SECONDS = 60;
/** More than the officers of a province who work at the same time. The oldest are dropped first. */
const MAX_ENTRIES = 10_000;

/** Give it only valid tokens, so that strangers cannot fill it. */
export function createTokenCache(now: () => number = Date.now): TokenCache {
  const entries = new Map<string, { verified: VerifiedToken; until: number }>();
  return {
    get(authorization) {
      const entry = entries.get(authorization);
      return entry && now() < entry.until ? entry.verified : null;
    },
    set(authorization, verified, expires) {
      entries.delete(authorization);
      if (entries.size >= MAX_ENTRIES) entries.delete(entries.keys().next().value as string);
      entries.set(authorization, { verified, until: Math.min(now() + MAX_AGE_SECONDS * 1000, expires * 1000) });
    },
  };
}
