import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { hasSoundTimes, isAccessToken, viewerOf } from './accessToken.ts';
import { createCurrentViewer } from './currentViewer.ts';
import { createDiscovery } from './discovery.ts';
import { createLiveness, type Liveness } from './introspectionCache.ts';
import { createVerified } from './tokenCache.ts';
import { createIntrospection, type IntrospectionClient } from './tokenIntrospection.ts';
import type { Known } from './viewer.ts';

export interface IdentityOptions {
  issuer: string;
  audience: string;
  /** Codes of the agencies that there are. */
  agencies: readonly string[];
  /** Where the provider publishes its keys; found by its discovery document where it is not given. */
  jwksUri: string | null;
  /** How far the provider's clock may be off, either way. */
  clockToleranceSeconds: number;
  /** Whether the provider marks access tokens as RFC 9068 has it, as the embedded one does. */
  strictType: boolean;
  /** How the provider is asked whether a token is alive; null where it is not, and a token counts for its whole life. */
  introspection: {
    client: IntrospectionClient;
    /** Found by the discovery document where it is not given. */
    uri: string | null;
    freshSeconds: number;
  } | null;
  /** Told why the provider could not be asked, for whoever has to mend it. */
  onUnreachable?: (error: unknown) => void;
}

export type Who = { viewer: Known } | { refused: 'MISSING_TOKEN' | 'INVALID_TOKEN' | 'IDENTITY_PROVIDER_UNREACHABLE' };

export interface Identity {
  /** Who a request's Authorization header speaks for. @param soonerSeconds as in Liveness.isAlive */
  identify(authorization: string | undefined, soonerSeconds?: number): Promise<Who>;
  /** The same at once, where it is known from before and nobody has to be asked; else null. */
  recognise(authorization: string | undefined): Known | null;
}

const BEARER = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i;
/** Signature algorithms of providers in the field; `none` and shared secrets are not among them. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
/**
 * A new key is looked for when a token names one that is not known, at most this often, so that tokens of nobody do not
 * become requests to the provider; and a token by a new key waits no longer for its key than this.
 */
const KEYS_COOLDOWN_MS = 5_000;

/** Checks bearer tokens of any OpenID Connect provider against the keys that it publishes; nothing is asked before the first token. */
export function createIdentity(options: IdentityOptions): Identity {
  const { issuer, audience, clockToleranceSeconds, strictType, onUnreachable } = options;
  const agencies = new Set(options.agencies);
  const discover = createDiscovery(issuer);
  const liveness = livenessOf(options, discover);
  let keys: ReturnType<typeof createRemoteJWKSet> | null = null;
  const findKeys = async () => {
    keys ??= createRemoteJWKSet(new URL(options.jwksUri ?? (await discover()).jwks_uri), {
      timeoutDuration: 3_000,
      cooldownDuration: KEYS_COOLDOWN_MS,
    });
    return keys;
  };
  const verified = createVerified();
  const verify = async (authorization: string, token: string) => {
    const { payload, protectedHeader } = await jwtVerify(token, await findKeys(), {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp', 'sub'],
    });
    const viewer = viewerOf(payload, agencies);
    const sound =
      isAccessToken(protectedHeader, payload, strictType) &&
      hasSoundTimes(payload, clockToleranceSeconds, Date.now() / 1000);
    if (!viewer || !sound) return null;
    const found = { token, payload, viewer };
    verified.remember(authorization, found, (payload.exp ?? 0) + clockToleranceSeconds);
    return found;
  };
  const currentViewer = createCurrentViewer(agencies);
  return {
    recognise(authorization = '') {
      const found = verified.find(authorization);
      if (!found) return null;
      if (!liveness) return found.viewer;
      const said = liveness.recall(found.token);
      return said && currentViewer(found, said);
    },
    async identify(authorization = '', soonerSeconds) {
      try {
        let found = verified.find(authorization);
        if (!found) {
          const token = BEARER.exec(authorization)?.[1];
          if (!token) return { refused: 'MISSING_TOKEN' };
          found = await verify(authorization, token);
        }
        if (!found) return { refused: 'INVALID_TOKEN' };
        if (!liveness) return { viewer: found.viewer };
        const said = await liveness.ask(found.token, soonerSeconds);
        const viewer = said && currentViewer(found, said);
        return viewer ? { viewer } : { refused: 'INVALID_TOKEN' };
      } catch (error) {
        if (error instanceof errors.JOSEError && !isOfTheProvider(error)) return { refused: 'INVALID_TOKEN' };
        onUnreachable?.(error);
        return { refused: 'IDENTITY_PROVIDER_UNREACHABLE' };
      }
    },
  };
}

/** jose has no class of its own for an answer of the provider that is no set of keys. */
function isOfTheProvider(error: errors.JOSEError): boolean {
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}

function livenessOf({ introspection }: IdentityOptions, discover: ReturnType<typeof createDiscovery>): Liveness | null {
  if (!introspection) return null;
  const { client, uri, freshSeconds } = introspection;
  const findEndpoint = async () => {
    const endpoint = uri ?? (await discover()).introspection_endpoint;
    if (!endpoint) throw new Error('the provider names no introspection endpoint');
    return endpoint;
  };
  return createLiveness({ ask: createIntrospection(findEndpoint, client), freshSeconds });
}
