import type { ClientMetadata } from 'oidc-provider';

export const WEB_CLIENT_ID = 'casegraph-web';
export const CLI_CLIENT_ID = 'casegraph-cli';

/** RFC 8252, 7.3: a native client may add any port to a registered loopback address. */
export const CLI_REDIRECT_URI = 'http://127.0.0.1/callback';

/**
 * Both clients run where a secret cannot be kept (a browser, an officer's machine), so they are public and PKCE is
 * what binds a code to the one who asked for it.
 *
 * @param redirectUris of the web client. Signing out may return to each of them and to the root of its site.
 * @param signingAlg of the ID tokens.
 */
export function firstPartyClients(
  redirectUris: string[],
  signingAlg: NonNullable<ClientMetadata['id_token_signed_response_alg']>,
): ClientMetadata[] {
  const both = {
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    id_token_signed_response_alg: signingAlg,
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

function postLogoutRedirectUris(redirectUris: string[]): string[] {
  return [...new Set(redirectUris.flatMap((uri) => [uri, `${new URL(uri).origin}/`]))];
}
