import { type JWTPayload, SignJWT } from 'jose';
import type { Viewer } from '../viewer.ts';

/** The header in which the gateway's word on who is asking reaches a subgraph; the subgraphs' kit verifies it. */
export const CONTEXT_HEADER = 'x-casegraph-context';

const ISSUER = 'casegraph-gateway';
const LIFETIME_SECONDS = 60;
/** Signed anew this long before it ends, so that a subgraph never sees an expired one. */
const RENEW_SECONDS = 20;
const MOST_KEPT = 10_000;

export interface ContextSigner {
  /** A context for one subgraph, under the key that only the gateway and that subgraph hold. Kept while it is fresh. */
  contextFor(viewer: Viewer, subgraph: string): Promise<string>;
}

/** @param keys by subgraph: the audience that it expects, and its secret */
export function createContextSigner(
  keys: ReadonlyMap<string, { audience: string; secret: Uint8Array }>,
): ContextSigner {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return {
    contextFor(viewer, subgraph) {
      const now = Math.floor(Date.now() / 1000);
      const id = JSON.stringify([subgraph, viewer]);
      const known = kept.get(id);
      if (known && known.until > now) return known.token;
      const key = keys.get(subgraph);
      if (!key) throw new Error(`No context key for the subgraph ${subgraph}.`);
      const token = sign(viewer, key.audience, key.secret, now + LIFETIME_SECONDS);
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(id, { token, until: now + LIFETIME_SECONDS - RENEW_SECONDS });
      return token;
    },
  };
}

function sign({ username, ...rest }: Viewer, audience: string, secret: Uint8Array, expires: number): Promise<string> {
  return new SignJWT(rest as unknown as JWTPayload)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(username)
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setExpirationTime(expires)
    .sign(secret);
}
