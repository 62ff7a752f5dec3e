import { hash, randomBytes } from 'node:crypto';
import type { Viewer } from '../viewer.ts';
import { hmacSha256 } from './hmac.ts';
import type { Word } from './word.ts';

/** The header in which the gateway's word on who is asking reaches a subgraph; the subgraphs' kit verifies it. */
export const CONTEXT_HEADER = 'x-casegraph-context';

/** With this header a subgraph says that its answer holds what only the named referral opened. */
export const WINDOW_HEADER = 'x-casegraph-window';

const ISSUER = 'casegraph-gateway';
/** As long as a request may wait on its way; it is good for one request with one body anyway. */
const LIFETIME_SECONDS = 15;
/** A JWT's header; there is one algorithm. */
const HEADER = Buffer.from('{"alg":"HS256"}').toString('base64url');

const NO_REFERRAL = '"referral":null}';

/** Who asks, and which referral they name as the reason; null for none. */
export interface Asking {
  viewer: Viewer;
  referral: string | null;
  /** What the exchange says of that referral. Where it has not said it yet, subgraphs ask themselves. */
  window?: Word | undefined;
}

export interface ContextSigner {
  /** A context for one request to one subgraph, with the body that it carries; a copy of it is worth nothing. */
  contextFor(asking: Asking, subgraph: string, body: string | Uint8Array): string;
}

/** @param secrets by subgraph: the audience that it expects, and the secret that only the gateway and that subgraph hold */
export function createContextSigner(
  secrets: ReadonlyMap<string, { audience: string; secret: Uint8Array }>,
): ContextSigner {
  // Ids are taken once, and need not be secret: what no other gateway has, and a number.
  const mine = randomBytes(12).toString('base64url');
  let made = 0;
  const subgraphs = new Map(
    [...secrets].map(([name, { audience, secret }]) => [
      name,
      { sign: hmacSha256(secret), ofSubgraph: `,"aud":${JSON.stringify(audience)},"jti":"${mine}-` },
    ]),
  );
  // The viewer's claims are written once for many requests.
  const viewers = new WeakMap<Viewer, string>();
  const saidOf = (viewer: Viewer) => {
    const { subject: sub, username, name, agency, region, roles, language } = viewer;
    const said = JSON.stringify({ iss: ISSUER, sub, username, name, agency, region, roles, language }).slice(0, -1);
    // JSON may hold spaces: filled up to whole threes of bytes, it is written the same whatever follows it.
    const filled = Buffer.from(said + ' '.repeat((3 - (Buffer.byteLength(said) % 3)) % 3)).toString('base64url');
    viewers.set(viewer, filled);
    return filled;
  };
  return {
    contextFor({ viewer, referral, window }, subgraph, body) {
      const found = subgraphs.get(subgraph);
      if (!found) throw new Error(`No context key for the subgraph ${subgraph}.`);
      const exp = Math.floor(Date.now() / 1000) + LIFETIME_SECONDS;
      const said =
        referral === null ? NO_REFERRAL : JSON.stringify({ referral, window: window?.toldTo(subgraph) }).slice(1);
      made += 1;
      const ofRequest = `${found.ofSubgraph}${made}","exp":${exp},"body":"${hash('sha256', body, 'base64url')}",${said}`;
      const rest = Buffer.from(ofRequest).toString('base64url');
      const signed = `${HEADER}.${viewers.get(viewer) ?? saidOf(viewer)}${rest}`;
      return `${signed}.${found.sign(signed)}`;
    },
  };
}
