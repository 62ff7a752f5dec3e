import { createHmac, type KeyObject, randomUUID } from 'node:crypto';
import {
  ALGORITHM,
  bodyDigest,
  type ContextClaims,
  ISSUER,
  LIFETIME_SECONDS,
  type RequestContext,
} from './contextClaims.ts';

const HEADER = base64url({ alg: ALGORITHM });

/**
 * Signs a context for one request to one subgraph. A copy is worthless: it holds for one body, once, for 15 seconds.
 *
 * createHmac rather than jose, whose signing is asynchronous: there is one algorithm and one form (decision 0012).
 * @param audience the agency of the subgraph
 * @param key known to the gateway and that subgraph only
 */
export function signContext(
  { viewer, referral, grant, requestId }: RequestContext,
  { audience, key }: { audience: string; key: KeyObject },
  body: string | Uint8Array,
): string {
  const { subject, username, name, agency, region, roles, language } = viewer;
  const issuedAt = Math.floor(Date.now() / 1000);
  const claims: ContextClaims & { iss: string; aud: string } = {
    iss: ISSUER,
    aud: audience,
    jti: randomUUID(),
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
    sub: subject,
    ...{ username, name, agency, region, roles: [...roles], language },
    referral,
    grant,
    requestId,
    body: bodyDigest(body),
  };
  const content = `${HEADER}.${base64url(claims)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
