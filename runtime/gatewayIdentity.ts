import type { TokenVerifierOptions } from '../gateway/auth/tokenVerifier.ts';
import { agencyOfPart } from '../subgraphs/kit/definition.ts';
import type { Config } from './config.ts';
import { readInstallation } from './installation.ts';
import { AGENCY_PARTS } from './partNames.ts';

/** Whether people sign in at the provider that this installation brings, and not at one of their own. */
export function usesEmbeddedProvider({ oidc, urls }: Config): boolean {
  return oidc.issuer === urls.identity;
}

/** How the gateway knows people: by the configured provider, or the embedded one, which needs no configuration. */
export function gatewayIdentityOptions(config: Config): Omit<TokenVerifierOptions, 'onUnreachable'> {
  const { issuer, audience, jwksUri, introspectionUri: uri, livenessSeconds, clockToleranceSeconds } = config.oidc;
  const client = introspectionClient(config);
  return {
    issuer,
    audience,
    agencies: AGENCY_PARTS.map(agencyOfPart),
    jwksUri,
    clockToleranceSeconds,
    strictType: usesEmbeddedProvider(config),
    introspection: client && { client, uri, freshSeconds: livenessSeconds },
  };
}

/** The gateway is the embedded provider's client of the audience's name; see identity/introspection.ts. */
function introspectionClient(config: Config) {
  const { clientId: id, clientSecret: secret, audience } = config.oidc;
  if (id !== null && secret !== null) return { id, secret };
  const own = usesEmbeddedProvider(config) ? readInstallation(config)?.introspectionSecret : undefined;
  return own ? { id: audience, secret: own } : null;
}

/** Said at the start where a token is not asked about. */
export const NO_LIVENESS =
  'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not set: a token counts until it expires, also when its user has been disabled or has signed out.';
