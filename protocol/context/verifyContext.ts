import { jwtVerify } from 'jose';
import { isRegionOf } from '../viewer.ts';
import {
  ALGORITHM,
  bodyDigest,
  type ContextClaims,
  contextClaims,
  ISSUER,
  LIFETIME_SECONDS,
  type RequestContext,
} from './contextClaims.ts';
import { createReplayGuard } from './replayGuard.ts';

/** How far the clocks of the gateway and a subgraph may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

export interface ContextVerifier {
  /**
   * Null for a context that is missing, forged, expired, valid for longer than the gateway allows, made for another subgraph
   * or another body, or used before.
   */
  verify(token: string | undefined, body: string): Promise<RequestContext | null>;
}

/**
 * @param agency the agency of this subgraph, which must be the audience
 * @param knowsAgency whether an agency of this code exists: row-level security trusts the code
 */
export async function createContextVerifier(
  agency: string,
  secret: Uint8Array,
  knowsAgency: (code: string) => boolean,
): Promise<ContextVerifier> {
  // jose would import raw bytes for each token, which doubles its time.
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(secret), HMAC, false, ['verify']);
  const replays = createReplayGuard();
  return {
    async verify(token, body) {
      const claims = token === undefined ? null : await readClaims(token, key, agency);
      if (!claims) return null;
      const { sub: subject, username, name, region, roles, language } = claims;
      if (claims.exp - claims.iat > LIFETIME_SECONDS) return null;
      if (!knowsAgency(claims.agency) || !isRegionOf(claims.agency, region)) return null;
      if (claims.body !== bodyDigest(body)) return null;
      if (!replays.isFirstUse(claims.jti, claims.exp + CLOCK_TOLERANCE_SECONDS)) return null;
      return {
        viewer: { subject, username, name, agency: claims.agency, region, roles, language },
        referral: claims.referral,
        grant: claims.grant ?? null,
        requestId: claims.requestId,
      };
    },
  };
}

/** Null for a token that is not signed with the key, not valid now, or not for the agency. */
async function readClaims(token: string, key: CryptoKey, agency: string): Promise<ContextClaims | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: agency,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      // Also refuses a token that was issued in the future.
      maxTokenAge: LIFETIME_SECONDS,
    });
    return contextClaims.parse(payload);
  } catch {
    return null;
  }
}
