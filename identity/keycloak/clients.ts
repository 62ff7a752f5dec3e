import type { AgencySystem } from '../systems.ts';
import type { claimMappers } from './mappers.ts';

/** Keycloak puts the value of this variable into the realm when it imports it: a secret is not for a repository. */
export const GATEWAY_SECRET_VARIABLE = 'GATEWAY_CLIENT_SECRET';

/** What every client of the realm is, but for the ways in that it opens. */
const NO_WAY_IN = {
  protocol: 'openid-connect',
  enabled: true,
  publicClient: false,
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  serviceAccountsEnabled: false,
  consentRequired: false,
  fullScopeAllowed: false,
  redirectUris: [] as string[],
  webOrigins: [] as string[],
};

/**
 * The gateway, which only asks about tokens. It is named as their audience: from 26.6.2 on Keycloak tells nobody about a
 * token who is not in its audience.
 */
export function gatewayClient(audience: string) {
  return {
    ...NO_WAY_IN,
    clientId: audience,
    name: '共享枢纽网关',
    clientAuthenticatorType: 'client-secret',
    secret: `\${${GATEWAY_SECRET_VARIABLE}}`,
    attributes: {},
    defaultClientScopes: [] as string[],
    optionalClientScopes: [] as string[],
    protocolMappers: [] as ReturnType<typeof claimMappers>,
  };
}

/** An agency's own system. It has no key here, so it cannot sign in until an administrator registers the agency's public one. */
export function systemClient({ client, name }: AgencySystem) {
  return {
    ...NO_WAY_IN,
    clientId: client,
    name,
    serviceAccountsEnabled: true,
    clientAuthenticatorType: 'client-jwt',
    attributes: { 'token.endpoint.auth.signing.alg': 'ES256' },
    // Neither `basic` nor `profile`: subject and name are the client's, and not the service account's.
    defaultClientScopes: [] as string[],
    optionalClientScopes: [] as string[],
  };
}

export function publicClient(clientId: string, name: string, redirectUris: string[]) {
  return {
    clientId,
    name,
    protocol: 'openid-connect',
    enabled: true,
    publicClient: true,
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
    consentRequired: true,
    fullScopeAllowed: false,
    // Keycloak compares them whole, and takes any port where a loopback address has none (RFC 8252, 7.3).
    redirectUris,
    // `+` stands for the redirect URIs.
    attributes: { 'pkce.code.challenge.method': 'S256', 'post.logout.redirect.uris': '+' },
    // `basic` brings `sub`, Keycloak's own id of the user, which outlives every name; `profile` name and preferred_username.
    defaultClientScopes: ['basic', 'profile'],
    optionalClientScopes: ['offline_access'],
  };
}
