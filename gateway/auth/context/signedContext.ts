import { createHmac, createSecretKey, hash, randomUUID } from 'node:crypto';
import type { Word } from '../referrals/referralGrant.ts';
import type { Viewer } from '../viewer.ts';

/** The header in which the gateway's word on who is asking reaches a subgraph; the subgraphs' kit verifies it. */
export const CONTEXT_HEADER = 'x-casegraph-context';

/** With this header a subgraph says that its answer holds what only the named referral opened. */
export const WINDOW_HEADER = 'x-casegraph-window';

const ISSUER = 'casegraph-gateway';
/** As long as a request may wait on its way; subgraphs refuse a context that is valid for longer. */
const LIFETIME_SECONDS = 15;
/** A JWT's header; there is one algorithm. */
const HEADER = Buffer.from('{"alg":"HS256"}').toString('base64url');

/** Who asks, and which referral they name as the reason; null for none. */
export interface Asking {
  viewer: Viewer;
  referral: string | null;
  /** What the exchange says of that referral. Where it has not said it yet, subgraphs ask themselves. */
  window?: Word | undefined;
  /** The gateway's id of the request, under which subgraphs keep what they disclose for it. */
  requestId: string;
}

export interface ContextSigner {
  /** A context for one request to one subgraph, with the body that it carries; a copy of it is worth nothing. */
  contextFor(asking: Asking, subgraph: string, body: string | Uint8Array): string;
}

/** @param secrets by subgraph: the audience that it expects, and the secret that only the gateway and that subgraph hold */
export function createContextSigner(
  secrets: ReadonlyMap<string, { audience: string; secret: Uint8Array }>,
): ContextSigner {
  const subgraphs = new Map(
    [...secrets].map(([name, { audience, secret }]) => [name, { audience, key: createSecretKey(secret) }]),
  );
  return {
    contextFor({ viewer, referral, window, requestId }, subgraph, body) {
      const found = subgraphs.get(subgraph);
      if (!found) throw new Error(`No context key for the subgraph ${subgraph}.`);
      const { subject: sub, username, name, agency, region, roles, language } = viewer;
      const iat = Math.floor(Date.now() / 1000);
      const claims = {
        iss: ISSUER,
        aud: found.audience,
        jti: randomUUID(),
        iat,
        exp: iat + LIFETIME_SECONDS,
        ...{ sub, username, name, agency, region, roles, language },
        referral,
        window: window?.toldTo(subgraph),
        requestId,
        body: hash('sha256', body, 'base64url'),
      };
      const signed = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
      return `${signed}.${createHmac('sha256', found.key).update(signed).digest('base64url')}`;
    },
  };
}
