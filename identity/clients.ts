import type { JWK } from 'jose';
import type { ClientMetadata } from 'oidc-provider';
import type { AgencySystem } from './systems.ts';

export const WEB_CLIENT_ID = 'casegraph-web';
export const CLI_CLIENT_ID = 'casegraph-cli';

/** RFC 8252, 7.3: a native client may add any port to a registered loopback address. */
export const CLI_REDIRECT_URI = 'http://127.0.0.1/callback';

/**
 * Both clients run where a secret cannot be kept (a browser, an officer's machine), so they are public and PKCE is
 * what binds a code to the one who asked for it.
 *
 * @param redirectUris of the web client. Signing out may return to each of them and to the root of its site.
 */
export function firstPartyClients(redirectUris: string[]): ClientMetadata[] {
  const both = {
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    id_token_signed_response_alg: 'ES256',
  } as const;
  return [
    {
      ...both,
      client_id: WEB_CLIENT_ID,
      client_name: '案件协同平台',
      application_type: 'web',
      redirect_uris: redirectUris,
      post_logout_redirect_uris: postLogoutRedirectUris(redirectUris),
    },
    {
      ...both,
      client_id: CLI_CLIENT_ID,
      client_name: '命令行工具',
      application_type: 'native',
      redirect_uris: [CLI_REDIRECT_URI],
    },
  ];
}

/**
 * Agencies' own systems: clients that ask for themselves. Each proves itself with a key of its own (private_key_jwt), so
 * the provider holds nothing by which somebody could pose as an agency, and no secret travels or is shared.
 *
 * @param keys public halves by client
 */
export function systemClients(systems: readonly AgencySystem[], keys: ReadonlyMap<string, JWK>): ClientMetadata[] {
  return systems.flatMap(({ client, name }) => {
    const key = keys.get(client);
    // Without a key it could not prove itself, so it is no client yet.
    if (!key) return [];
    return [
      {
        client_id: client,
        client_name: name,
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [key] },
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
        id_token_signed_response_alg: 'ES256',
      },
    ];
  });
}

function postLogoutRedirectUris(redirectUris: string[]): string[] {
  return [...new Set(redirectUris.flatMap((uri) => [uri, `${new URL(uri).origin}/`]))];
}
