import { hash, randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { Viewer } from '../viewer.ts';

/** The header in which the gateway's word on who is asking reaches a subgraph; the subgraphs' kit verifies it. */
export const CONTEXT_HEADER = 'x-casegraph-context';

/** With this header a subgraph says that its answer holds what only the named referral opened. */
export const WINDOW_HEADER = 'x-casegraph-window';

const ISSUER = 'casegraph-gateway';
/** As long as a request may wait on its way; it is good for one request with one body anyway. */
const LIFETIME_SECONDS = 15;

/** Who asks, and which referral they name as the reason; null for none. */
export interface Asking {
  viewer: Viewer;
  referral: string | null;
}

export interface ContextSigner {
  /** A context for one request to one subgraph, with the body that it carries; a copy of it is worth nothing. */
  contextFor(asking: Asking, subgraph: string, body: string): Promise<string>;
}

/** @param keys by subgraph: the audience that it expects, and the secret that only the gateway and that subgraph hold */
export function createContextSigner(
  keys: ReadonlyMap<string, { audience: string; secret: Uint8Array }>,
): ContextSigner {
  return {
    async contextFor({ viewer, referral }, subgraph, body) {
      const { subject, username, name, agency, region, roles, language } = viewer;
      const key = keys.get(subgraph);
      if (!key) throw new Error(`No context key for the subgraph ${subgraph}.`);
      const digest = hash('sha256', body, 'base64url');
      const claims = { username, name, agency, region, roles, language, referral, body: digest };
      return new SignJWT(claims as unknown as JWTPayload)
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(subject)
        .setIssuer(ISSUER)
        .setAudience(key.audience)
        .setJti(randomUUID())
        .setExpirationTime(Math.floor(Date.now() / 1000) + LIFETIME_SECONDS)
        .sign(key.secret);
    },
  };
}
