import type { JWK } from 'jose';
import {
  type ClientMetadata,
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import { claimsOf, IDENTITY_CLAIMS } from './claims.ts';
import { CLI_REDIRECT_URI, firstPartyClients } from './clients.ts';
import { memoryStore } from './memoryStore.ts';
import { createPages, type Page } from './pages.ts';
import { SIGN_IN_PATH, serveSignInForm } from './signInForm.ts';
import type { DemoUser } from './users.ts';

export type IdentityOptions = {
  /** Origin under which browsers and services reach the provider, without a path or a slash at the end. */
  issuer: string;
  /** Private keys, the first of which signs; the public halves are published. */
  jwks: { keys: JWK[] };
  /** Sign the cookies; the first signs, the others still verify. */
  cookieKeys: string[];
  /** `aud` of the access tokens. */
  audience: string;
  users: DemoUser[];
  /** Of every user. The sign-in page prints it. */
  password: string;
  /** Of the web client. */
  redirectUris: string[];
};

const HOUR = 60 * 60;
/** One working day with its overtime: nobody signs in twice a day, and nobody stays signed in over night. */
const WORKING_DAY = 12 * HOUR;

type SigningAlg = 'ES256' | 'RS256' | 'EdDSA';

/**
 * The embedded OpenID Connect provider of the demonstration users. Assembles only; `server.ts` listens.
 *
 * @throws Error when the issuer is not an origin or the first key cannot sign.
 */
export function createIdentityProvider(options: IdentityOptions): Provider {
  const { issuer, users, password, redirectUris } = options;
  if (!URL.canParse(issuer) || new URL(issuer).origin !== issuer) {
    throw new Error(`issuer has to be an origin such as http://127.0.0.1:4010, without a path: ${issuer}`);
  }
  const signingAlg = signingAlgOf(options.jwks.keys[0]);
  const clients = firstPartyClients(redirectUris, signingAlg);
  const loopback = `${new URL(CLI_REDIRECT_URI).origin}:*`;
  const pages = createPages([...new Set(redirectUris.map((uri) => new URL(uri).origin)), loopback], users, password);

  const provider = new Provider(issuer, {
    ...accounts(users),
    ...lifetimes,
    clients,
    features: features(options, signingAlg, pages),
    adapter: memoryStore(),
    jwks: options.jwks,
    cookies: { keys: options.cookieKeys, names: cookieNames },
    pkce: { required: () => true },
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    scopes: ['openid', 'profile', 'offline_access'],
    interactions: { policy: withoutConsentForNativeClients(), url: (_, { uid }) => SIGN_IN_PATH + uid },
    loadExistingGrant: grantWhatIsAsked,
    // Refresh tokens end with the session (`expiresWithSession` is oidc-provider's default without offline_access).
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    clientBasedCORS: (_, origin, client) => isOriginOf(client.metadata(), origin),
    renderError: (ctx, { error, error_description: detail }) => {
      send(ctx, pages.fault('登录请求有误，请返回系统重新登录；若仍有问题，请联系管理员。', error, detail));
    },
  });
  // Behind a proxy that ends TLS the forwarded protocol decides about secure cookies and the published addresses.
  provider.proxy = issuer.startsWith('https:');

  serveHealth(provider);
  serveSignInForm(provider, pages, users, password);
  return provider;
}

/** Cookies do not know ports: other servers of the same machine must not overwrite these. */
const cookieNames = {
  session: 'casegraph_identity',
  interaction: 'casegraph_identity_interaction',
  resume: 'casegraph_identity_resume',
};

const lifetimes = {
  ttl: {
    AccessToken: HOUR,
    IdToken: HOUR,
    AuthorizationCode: 60,
    Interaction: HOUR,
    Session: WORKING_DAY,
    Grant: WORKING_DAY,
    RefreshToken: WORKING_DAY,
  },
} as const satisfies Configuration;

function accounts(users: DemoUser[]) {
  const byUsername = new Map(users.map((user) => [user.username, user]));
  const claimsOfUsername = (username: string | undefined) => {
    const user = username === undefined ? undefined : byUsername.get(username);
    return user && claimsOf(user);
  };
  return {
    claims: { openid: ['sub', ...IDENTITY_CLAIMS], profile: ['name', 'preferred_username'] },
    findAccount: (_, sub) => {
      const claims = claimsOfUsername(sub);
      return claims && { accountId: sub, claims: () => ({ sub, ...claims }) };
    },
    extraTokenClaims: (_, token) => ('accountId' in token ? claimsOfUsername(token.accountId) : undefined),
  } satisfies Configuration;
}

function features(
  { audience }: IdentityOptions,
  alg: SigningAlg,
  pages: ReturnType<typeof createPages>,
): NonNullable<Configuration['features']> {
  // RFC 8707 wants a URI where an audience may be any string. Clients need not send it: it is the default.
  const resource = URL.canParse(audience) ? audience : `urn:audience:${audience}`;
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    // Needs access tokens for the provider itself; here all are for the audience, and the ID token has every claim.
    userinfo: { enabled: false },
    revocation: { enabled: true, allowedPolicy: async (_, client, token) => token.clientId === client.clientId },
    resourceIndicators: {
      enabled: true,
      defaultResource: async () => resource,
      useGrantedResource: async () => true,
      getResourceServerInfo: async (_, asked) => {
        if (asked !== resource) throw new errors.InvalidTarget();
        return { scope: '', audience, accessTokenTTL: HOUR, accessTokenFormat: 'jwt', jwt: { sign: { alg } } };
      },
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: async (ctx, form) => send(ctx, pages.confirmSignOut(form)),
      postLogoutSuccessSource: async (ctx) => send(ctx, pages.signedOut()),
    },
  };
}

/** Both clients are ours, so what they ask is granted without a question. */
async function grantWhatIsAsked(ctx: KoaContextWithOIDC) {
  const { provider, session, client, requestParamOIDCScopes } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const { clientId } = client;
  const existing = session.grantIdFor(clientId);
  const granted = existing ? await provider.Grant.find(existing) : undefined;
  const grant = granted ?? new provider.Grant({ clientId, accountId: session.accountId });
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '));
  await grant.save();
  return grant;
}

/** oidc-provider asks for consent at every sign-in of a native client, as fits clients of strangers. */
function withoutConsentForNativeClients() {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

function isOriginOf({ redirect_uris: uris = [] }: ClientMetadata, origin: string): boolean {
  return uris.some((uri) => new URL(uri).origin === origin);
}

function signingAlgOf(key: JWK | undefined): SigningAlg {
  if (key?.kty === 'EC' && key.crv === 'P-256') return 'ES256';
  if (key?.kty === 'RSA') return 'RS256';
  if (key?.kty === 'OKP' && key.crv === 'Ed25519') return 'EdDSA';
  throw new Error('the first key of jwks has to be a private key of kind EC P-256, RSA or Ed25519');
}

function serveHealth(provider: Provider): void {
  provider.use(async (ctx, next) => {
    if (ctx.path !== '/health') return next();
    ctx.body = { status: 'ok' };
  });
}

function send(ctx: KoaContextWithOIDC, { html, headers }: Page): void {
  ctx.set(headers);
  ctx.body = html;
}
