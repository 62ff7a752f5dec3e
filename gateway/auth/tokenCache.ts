import type { JWTPayload } from 'jose';
import type { Known } from './viewer.ts';

/** A token that holds, and whom it speaks for. */
export interface VerifiedToken {
  token: string;
  payload: JWTPayload;
  /** As the token says it. */
  viewer: Known;
}

/** The headers whose tokens were verified lately. */
export interface Verified {
  /** Null where the token has to be verified, again or for the first time. */
  find(authorization: string): VerifiedToken | null;
  /** @param expires seconds since 1970 at which the token is no good any more */
  remember(authorization: string, found: VerifiedToken, expires: number): void;
}

/** A signature costs more than all else that the door does. Verified once a minute, a key that was withdrawn is no good for longer. */
const LONGEST_SECONDS = 60;
/** As many officers as a province has at work at once; the oldest go first. */
const MOST_KEPT = 10_000;

/** By the end of a header, half of a JWT's signature: to look a text up takes time by its length. The whole is compared. */
const KEY_LENGTH = 43;

/** Only tokens that hold may come here, so a stranger cannot fill the memory. */
export function createVerified(now: () => number = Date.now): Verified {
  const kept = new Map<string, { authorization: string; found: VerifiedToken; until: number }>();
  return {
    find(authorization) {
      const known = kept.get(authorization.slice(-KEY_LENGTH));
      return known?.authorization === authorization && now() < known.until ? known.found : null;
    },
    remember(authorization, found, expires) {
      const key = authorization.slice(-KEY_LENGTH);
      kept.delete(key);
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
      kept.set(key, { authorization, found, until: Math.min(now() + LONGEST_SECONDS * 1000, expires * 1000) });
    },
  };
}
