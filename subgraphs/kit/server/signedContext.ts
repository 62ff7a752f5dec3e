import { hash } from 'node:crypto';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { HUB } from '../exchange/hub.ts';
import { type Heard, hear, windowShape } from '../sharing/grants.ts';
import { ROLES, type Viewer, WHOLE_COUNTRY } from '../viewer.ts';
import { REQUEST_ID } from './requestState.ts';

/** The header in which the gateway's word on who is asking reaches a subgraph. */
export const CONTEXT_HEADER = 'x-casegraph-context';

/** GB/T 2260 begins every code with 1 to 8; towns and villages have three digits more each. */
const REGION = /^[1-8]\d{5}(\d{3}(\d{3})?)?$/;

const ISSUER = 'casegraph-gateway';
const ALGORITHM = 'HS256';
/** What the gateway gives. */
const LONGEST_LIFETIME_SECONDS = 15;

/** As PostgreSQL writes an id: it stands in the trail, whose hashes cover it. */
const id = z.uuid().toLowerCase();

const word = z.object({ said: windowShape.nullable(), age: z.number().min(0), askedAt: z.number() });

/** What jose does not look at. */
const claims = z.object({
  sub: z.string().min(1),
  username: z.string(),
  name: z.string(),
  agency: z.string(),
  region: z.string(),
  roles: z.array(z.enum(ROLES)).min(1),
  language: z.enum(['zh', 'en']),
  referral: id.nullable(),
  window: word.nullish(),
  body: z.string(),
  jti: z.string().min(16).max(64),
  requestId: z.string().regex(REQUEST_ID),
  iat: z.number(),
  exp: z.number(),
});

/** The gateway and a subgraph may stand on machines whose clocks differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Who asks, which referral is named, and what the exchange has said of it. */
export interface RequestContext {
  viewer: Viewer;
  referral: string | null;
  /** Null where the gateway does not know it, or not yet. */
  word: Heard | null;
  /** The gateway's id of the request. */
  requestId: string;
}

export interface ContextVerifier {
  /**
   * Null where the context is missing, forged, expired, valid for longer than the gateway gives, meant for another subgraph,
   * made for another body than the one that came with it, or has come before.
   */
  verify(token: string | undefined, body: string): Promise<RequestContext | null>;
}

/**
 * @param agency the subgraph's own, for which contexts must be meant
 * @param knowsAgency whether there is an agency of this code: the database's rules name agencies, and SYSTEM, which nobody is
 */
export async function createContextVerifier(
  agency: string,
  secret: Uint8Array,
  knowsAgency: (code: string) => boolean,
): Promise<ContextVerifier> {
  // Imported once: jose imports bytes anew for each token, which doubles the time that it takes.
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(secret), HMAC, false, ['verify']);
  const seen = createSeen();
  return {
    async verify(token, body) {
      const claimed = token === undefined ? null : await claimsOf(token, key, agency);
      if (!claimed) return null;
      const { sub, referral, window, body: digest, jti, requestId, iat, exp, ...viewer } = claimed;
      if (exp - iat > LONGEST_LIFETIME_SECONDS) return null;
      if (!knowsAgency(viewer.agency) || !isReach(viewer)) return null;
      if (digest !== bodyDigest(body)) return null;
      if (!seen.isFirst(jti, exp + CLOCK_TOLERANCE_SECONDS)) return null;
      return { viewer: { subject: sub, ...viewer }, referral, word: window ? hear(window) : null, requestId };
    },
  };
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/** Null where it is not a JWT that is signed with the key, valid now, and meant for the agency. */
async function claimsOf(token: string, key: CryptoKey, agency: string): Promise<z.infer<typeof claims> | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: agency,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      // Also that it was not issued in the future.
      maxTokenAge: LONGEST_LIFETIME_SECONDS,
    });
    return claims.parse(payload);
  } catch {
    return null;
  }
}

/** Whether a viewer's region is one: the whole country is the hub's alone. */
function isReach({ region, agency }: { region: string; agency: string }): boolean {
  return region === WHOLE_COUNTRY ? agency === HUB : REGION.test(region);
}

/** What a context says of the body that it was made for: SHA-256, base64url. */
export function bodyDigest(body: string): string {
  return hash('sha256', body, 'base64url');
}

/** Ids of contexts that have come, for as long as they would be valid: in two generations, so that forgetting costs nothing. */
function createSeen() {
  let older = new Set<string>();
  let newer = new Set<string>();
  let olderEnds = 0;
  let newerEnds = 0;
  return {
    isFirst(id: string, validUntil: number): boolean {
      const now = Date.now() / 1000;
      if (olderEnds <= now) {
        older = newer;
        olderEnds = newerEnds;
        newer = new Set();
      }
      if (older.has(id) || newer.has(id)) return false;
      newer.add(id);
      newerEnds = Math.max(newerEnds, validUntil);
      return true;
    },
  };
}
