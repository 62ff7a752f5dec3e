import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { ROLES, type Viewer } from './viewer.ts';

/** The header in which the gateway's word on who is asking reaches a subgraph. */
export const CONTEXT_HEADER = 'x-casegraph-context';

const claims = z.object({
  sub: z.string(),
  name: z.string(),
  agency: z.string(),
  region: z.string().regex(/^\d{6,12}$/),
  roles: z.array(z.enum(ROLES)),
  language: z.enum(['zh', 'en']),
});

const ISSUER = 'casegraph-gateway';
/** Long enough to be used for a few requests of one viewer, short enough to be worthless soon. */
const LIFETIME_SECONDS = 60;

/** A context for one subgraph, under the key that only the gateway and that subgraph hold. */
export async function signContext(viewer: Viewer, agency: string, key: Uint8Array): Promise<string> {
  const { username, ...rest } = viewer;
  return new SignJWT(rest as unknown as JWTPayload)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(username)
    .setIssuer(ISSUER)
    .setAudience(agency)
    .setExpirationTime(Math.floor(Date.now() / 1000) + LIFETIME_SECONDS)
    .sign(key);
}

/** Who is asking; null where the context is missing, forged, expired or meant for another subgraph. */
export async function verifyContext(
  token: string | undefined,
  agency: string,
  key: Uint8Array,
): Promise<Viewer | null> {
  if (!token) return null;
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer: ISSUER, audience: agency });
    const { sub, ...viewer } = claims.parse(payload);
    return { username: sub, ...viewer };
  } catch {
    return null;
  }
}
