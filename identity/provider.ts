import type { IncomingMessage } from 'node:http';
import type { JWK } from 'jose';
import {
  type AdapterFactory,
  type ClientMetadata,
  type Configuration,
  errors,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import { createAccounts } from './accounts.ts';
import { IDENTITY_CLAIMS } from './claims.ts';
import { CLI_REDIRECT_URI, firstPartyClients, systemClients } from './clients.ts';
import type { Endings } from './endings.ts';
import { INTROSPECTION_PATH, serveIntrospection } from './introspection.ts';
import { memoryStore } from './memoryStore.ts';
import { createPages, type Page } from './pages.ts';
import { RetiredKey } from './retiredKey.ts';
import { createSignInAttempts, type SignInAttempts } from './signInAttempts.ts';
import { SIGN_IN_PATH, serveSignInForm } from './signInForm.ts';
import { signInPolicy } from './signInPolicy.ts';
import { createRefusals, type SignInRefusal } from './signInRefusal.ts';
import type { SigningKey } from './signingKeys.ts';
import type { Standing } from './standing.ts';
import type { AgencySystem } from './systems.ts';
import type { DemoUser } from './users.ts';

export type IdentityOptions = {
  /** Origin under which browsers and services reach the provider, without a path or a slash at the end. */
  issuer: string;
  /** The first signs; all are published. */
  keys: readonly SigningKey[];
  /** Sign the cookies; the first signs, the others still verify. */
  cookieKeys: string[];
  /** `aud` of the access tokens, and the name by which the gateway, whom they are for, may ask about them. */
  audience: string;
  /** By which the gateway proves itself when it asks about tokens. */
  introspectionSecret: string;
  /** Who there is; asked anew each time. */
  users(): readonly DemoUser[];
  /** Of every user. */
  password: string;
  /** Whether the sign-in page prints the password and all accounts: never in production. */
  showsAccounts: boolean;
  systems: readonly AgencySystem[];
  /** Public keys of the systems, by client; a system without one cannot sign in. */
  systemKeys: ReadonlyMap<string, JWK>;
  /** Who is disabled; asked anew each time. */
  standing: Standing;
  /** Remembers what was signed out. */
  endings: Endings;
  /** Of the web client. */
  redirectUris: string[];
  /** How far the clocks of others may be off. Default: none. */
  clockToleranceSeconds?: number;
  /** The address that an attempt to sign in counts for. Default: the connection's. */
  callerOf?: (request: IncomingMessage) => string;
  /** Told of each attempt to sign in that failed or was not taken; nothing in it names a person or an address. */
  onRefused?: (refusal: SignInRefusal) => void;
  /** Counts failed attempts; given where one provider takes another's place. Default: none yet. */
  attempts?: SignInAttempts;
  /** Where sessions, codes and refresh tokens are; given where one provider takes another's place. Default: a new one. */
  store?: AdapterFactory;
};

const HOUR = 60 * 60;
/** One working day with its overtime: nobody signs in twice a day, and nobody stays signed in over night. */
const WORKING_DAY = 12 * HOUR;
/** How long something that a key has signed is of use: the ID token, by which a client signs out, as long as a session. */
export const SIGNATURE_LIFE_SECONDS = WORKING_DAY;

/** Of every signature: small tokens, and every library of the field knows it. */
const ALG = 'ES256';

/**
 * The embedded OpenID Connect provider of the demonstration users. Assembles only; `server.ts` listens.
 *
 * @throws Error when the issuer is not an origin or the first key cannot sign.
 */
export function createIdentityProvider(options: IdentityOptions): Provider {
  const { issuer, users, password, redirectUris, keys, clockToleranceSeconds = 0 } = options;
  const demonstration = options.showsAccounts ? { users, password } : null;
  if (!URL.canParse(issuer) || new URL(issuer).origin !== issuer) {
    throw new Error(`issuer has to be an origin such as http://127.0.0.1:4010, without a path: ${issuer}`);
  }
  if (!keys[0]?.d) throw new Error('the first key has to have its private half');
  const accounts = createAccounts(options);
  const loopback = `${new URL(CLI_REDIRECT_URI).origin}:*`;
  const pages = createPages([...new Set(redirectUris.map((uri) => new URL(uri).origin)), loopback], demonstration);

  const provider = new Provider(issuer, {
    ...accounts.configuration,
    ...lifetimes,
    claims: { openid: ['sub', ...IDENTITY_CLAIMS], profile: ['name', 'preferred_username'] },
    clients: [...firstPartyClients(redirectUris), ...systemClients(options.systems, options.systemKeys)],
    features: features(options, pages),
    adapter: options.store ?? memoryStore(),
    jwks: { keys: keys.map((key) => (key.d ? key : new RetiredKey(key))) },
    cookies: { keys: options.cookieKeys, names: cookieNames },
    clockTolerance: clockToleranceSeconds,
    pkce: { required: () => true },
    responseTypes: ['code'],
    clientAuthMethods: ['none', 'private_key_jwt'],
    // No offline_access: officers share machines, and what a person may do ends with the session.
    scopes: ['openid', 'profile'],
    interactions: { policy: signInPolicy(), url: (_, { uid }) => SIGN_IN_PATH + uid },
    // Refresh tokens end with the session (`expiresWithSession` is oidc-provider's default without offline_access).
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    clientBasedCORS: (_, origin, client) => isOriginOf(client.metadata(), origin),
    discovery: {
      introspection_endpoint: issuer + INTROSPECTION_PATH,
      introspection_endpoint_auth_methods_supported: ['client_secret_basic'],
    },
    renderError: (ctx, { error, error_description: detail }) => {
      send(ctx, pages.fault('登录请求有误，请返回系统重新登录；若仍有问题，请联系管理员。', error, detail));
    },
  });
  // Behind a proxy that ends TLS the forwarded protocol decides about secure cookies and the published addresses.
  provider.proxy = issuer.startsWith('https:');

  rememberEndings(provider, options.endings);
  serveHealth(provider);
  serveSignInForm(provider, {
    pages,
    users,
    password,
    isDisabled: accounts.isDisabled,
    attempts: options.attempts ?? createSignInAttempts(),
    callerOf: options.callerOf ?? (({ socket }) => socket.remoteAddress ?? ''),
    refused: createRefusals(options.cookieKeys[0] ?? '', users, options.onRefused),
  });
  serveIntrospection(provider, {
    ...options,
    secret: options.introspectionSecret,
    clockToleranceSeconds,
    claimsNow: (claims) => ([claims.session, claims.grant].some(hasEnded) ? null : accounts.claimsNow(claims)),
  });
  return provider;

  function hasEnded(id: string | undefined): boolean {
    return id !== undefined && options.endings.hasEnded(id);
  }
}

/** Signing out ends the session; withdrawing a grant, as revoking a refresh token or replaying a code do, ends that. */
function rememberEndings(provider: Provider, endings: Endings): void {
  provider.on('grant.revoked', (_, grantId) => endings.end(grantId));
  provider.on('end_session.success', ({ oidc: { session, params } }) => {
    // Without it the person has stayed signed in.
    if (session && params?.logout) endings.end(session.uid);
  });
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
    // A system has its key at hand and gets another.
    ClientCredentials: 10 * 60,
    IdToken: HOUR,
    AuthorizationCode: 60,
    Interaction: HOUR,
    Session: WORKING_DAY,
    Grant: WORKING_DAY,
    RefreshToken: WORKING_DAY,
  },
} as const satisfies Configuration;

function features(
  { audience }: IdentityOptions,
  pages: ReturnType<typeof createPages>,
): NonNullable<Configuration['features']> {
  // RFC 8707 wants a URI where an audience may be any string. Clients need not send it: it is the default.
  const resource = URL.canParse(audience) ? audience : `urn:audience:${audience}`;
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    // For the keys that sign no more (retiredKey.ts); the version says that its risks are known.
    externalSigningSupport: { enabled: true, ack: 'experimental-01' },
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
        return { scope: '', audience, accessTokenFormat: 'jwt', jwt: { sign: { alg: ALG } } };
      },
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: async (ctx, form) => send(ctx, pages.confirmSignOut(form)),
      postLogoutSuccessSource: async (ctx) => send(ctx, pages.signedOut()),
    },
  };
}

/** A native client runs in no page, so no page of its address may ask for it. */
function isOriginOf({ application_type: type, redirect_uris: uris = [] }: ClientMetadata, origin: string): boolean {
  return type === 'web' && uris.some((uri) => new URL(uri).origin === origin);
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
