import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { hasPlausibleTimes, isAccessToken, userOf } from './accessToken.ts';
import { currentUser } from './currentUser.ts';
import { createDiscovery } from './discovery.ts';
import { createIntrospectionCache, type IntrospectionCache } from './introspectionCache.ts';
import { createTokenCache, type VerifiedToken } from './tokenCache.ts';
import { createTokenIntrospection, type IntrospectionClient } from './tokenIntrospection.ts';
import type { AuthenticatedUser } from './viewer.ts';

export interface TokenVerifierOptions {
  issuer: string;
  audience: string;
  /** Codes of all agencies. */
  agencies: readonly string[];
  /** Where the provider publishes its keys; null: taken from the discovery document. */
  jwksUri: string | null;
  /** How far the provider's clock may be off, either way. */
  clockToleranceSeconds: number;
  /** Whether the provider types access tokens by RFC 9068, as the embedded one does. */
  strictType: boolean;
  /** How to ask whether a token is active; null: a token counts until it expires. */
  introspection: {
    client: IntrospectionClient;
    /** Null: taken from the discovery document. */
    uri: string | null;
    freshSeconds: number;
  } | null;
  /** Receives the reason why the provider could not be asked. */
  onUnreachable?: (error: unknown) => void;
}

export type TokenFault = 'MISSING_TOKEN' | 'INVALID_TOKEN' | 'IDENTITY_PROVIDER_UNREACHABLE';
export type TokenVerification = { user: AuthenticatedUser } | { fault: TokenFault };

export interface TokenVerifier {
  /** @param authorization the header @param ageAllowance as in IntrospectionCache.introspect */
  verify(authorization: string | undefined, ageAllowance?: number): Promise<TokenVerification>;
}

const BEARER = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i;
/** Algorithms that providers use. `none` and shared secrets are not accepted. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
/**
 * A token that names an unknown key makes the gateway load the provider's keys again, at most this often, so that forged tokens
 * do not become requests to the provider.
 */
const KEYS_COOLDOWN_MS = 5_000;

/** Verifies bearer tokens of an OpenID Connect provider by the keys that it publishes. Asks nothing before the first token. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { issuer, audience, clockToleranceSeconds, strictType, onUnreachable } = options;
  const agencies = new Set(options.agencies);
  const discover = createDiscovery(issuer);
  const introspections = introspectionsOf(options, discover);
  const cache = createTokenCache();
  let keys: ReturnType<typeof createRemoteJWKSet> | null = null;
  const findKeys = async () => {
    keys ??= createRemoteJWKSet(new URL(options.jwksUri ?? (await discover()).jwks_uri), {
      timeoutDuration: 3_000,
      cooldownDuration: KEYS_COOLDOWN_MS,
    });
    return keys;
  };

  const verifySignature = async (authorization: string, token: string): Promise<VerifiedToken | null> => {
    const { payload, protectedHeader } = await jwtVerify(token, await findKeys(), {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp', 'sub'],
    });
    const user = userOf(payload, agencies);
    const isValid =
      isAccessToken(protectedHeader, payload, strictType) &&
      hasPlausibleTimes(payload, clockToleranceSeconds, Date.now() / 1000);
    if (!user || !isValid) return null;
    const verified = { token, payload, user };
    cache.set(authorization, verified, (payload.exp ?? 0) + clockToleranceSeconds);
    return verified;
  };

  const verify = async (authorization: string, ageAllowance?: number): Promise<TokenVerification> => {
    let verified = cache.get(authorization);
    if (!verified) {
      const token = BEARER.exec(authorization)?.[1];
      if (!token) return { fault: 'MISSING_TOKEN' };
      verified = await verifySignature(authorization, token);
    }
    if (!verified) return { fault: 'INVALID_TOKEN' };
    if (!introspections) return { user: verified.user };
    const result = await introspections.introspect(verified.token, ageAllowance);
    const user = result && currentUser(verified, result, agencies);
    return user ? { user } : { fault: 'INVALID_TOKEN' };
  };

  return {
    async verify(authorization = '', ageAllowance) {
      try {
        return await verify(authorization, ageAllowance);
      } catch (error) {
        if (error instanceof errors.JOSEError && !isProviderFault(error)) return { fault: 'INVALID_TOKEN' };
        onUnreachable?.(error);
        return { fault: 'IDENTITY_PROVIDER_UNREACHABLE' };
      }
    },
  };
}

/** jose has no error class of its own for a provider that answers with something else than keys. */
function isProviderFault(error: errors.JOSEError): boolean {
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}

function introspectionsOf(
  { introspection }: TokenVerifierOptions,
  discover: ReturnType<typeof createDiscovery>,
): IntrospectionCache | null {
  if (!introspection) return null;
  const { client, uri, freshSeconds } = introspection;
  const findEndpoint = async () => {
    const endpoint = uri ?? (await discover()).introspection_endpoint;
    if (!endpoint) throw new Error('the provider names no introspection endpoint');
    return endpoint;
  };
  return createIntrospectionCache({ ask: createTokenIntrospection(findEndpoint, client), freshSeconds });
}
