import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Viewer } from '../viewer.ts';

export interface IdentityOptions {
  issuer: string;
  audience: string;
  /** Where the provider publishes its keys; found by its discovery document where it is not given. */
  jwksUri: string | null;
}

export type Who =
  | { viewer: Omit<Viewer, 'language'> }
  | { refused: 'MISSING_TOKEN' | 'INVALID_TOKEN' | 'IDENTITY_PROVIDER_UNREACHABLE' };

export interface Identity {
  /** Who a request's Authorization header speaks for. */
  identify(authorization: string | undefined): Promise<Who>;
}

const claimsShape = z.object({
  sub: z.string().min(1).max(200),
  preferred_username: z.string().max(200).optional(),
  name: z.string().max(200).default(''),
  agency: z.string().regex(/^[A-Z][A-Z0-9_]{1,63}$/),
  region: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/),
  roles: z.array(z.string()).max(20),
});

const ROLES = new Set(['officer', 'supervisor', 'leader', 'auditor', 'operator', 'integrator']);
/** Signature algorithms of providers in the field; `none` and shared secrets are not among them. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;

/** Checks bearer tokens of any OpenID Connect provider against the keys that it publishes; nothing is asked before the first token. */
export function createIdentity({ issuer, audience, jwksUri }: IdentityOptions): Identity {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | null = null;
  const findKeys = async () => {
    const uri = jwksUri ?? (await discover(issuer));
    return createRemoteJWKSet(new URL(uri), { timeoutDuration: 3_000 });
  };
  return {
    async identify(authorization) {
      const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
      if (!token) return { refused: 'MISSING_TOKEN' };
      try {
        keys ??= findKeys();
        const { payload } = await jwtVerify(token, await keys, {
          issuer,
          audience,
          algorithms: ALGORITHMS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          requiredClaims: ['exp', 'sub'],
        });
        const claims = claimsShape.safeParse(payload);
        if (!claims.success) return { refused: 'INVALID_TOKEN' };
        const { sub, preferred_username: username, roles, ...rest } = claims.data;
        return { viewer: { username: username ?? sub, ...rest, roles: roles.filter((role) => ROLES.has(role)) } };
      } catch (error) {
        const providerIsSick =
          error instanceof errors.JWKSTimeout || (error as { code?: string }).code === 'ERR_JOSE_GENERIC';
        if (error instanceof errors.JOSEError && !providerIsSick) return { refused: 'INVALID_TOKEN' };
        keys = null;
        return { refused: 'IDENTITY_PROVIDER_UNREACHABLE' };
      }
    },
  };
}

async function discover(issuer: string): Promise<string> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(3_000) });
  if (!response.ok) throw new Error('The identity provider has no discovery document.');
  return z.object({ jwks_uri: z.url() }).parse(await response.json()).jwks_uri;
}
