import { createHash, timingSafeEqual } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { readForm } from './form.ts';
import type { SigningKey } from './signingKeys.ts';

/** Where RFC 7662 is answered; the discovery document names it. */
export const INTROSPECTION_PATH = '/token/introspection';

export interface IntrospectionOptions {
  issuer: string;
  /** Of the access tokens; also the name of who may ask, the resource server that they are for. */
  audience: string;
  /** Of who may ask. */
  secret: string;
  keys: readonly SigningKey[];
  clockToleranceSeconds: number;
  /** What is so of a token's user or client now; null where what it was issued for is over: user or client, session, grant. */
  claimsNow(claims: LivenessClaims): object | null;
}

const claimsShape = z.object({
  sub: z.string(),
  client_id: z.string(),
  iat: z.number(),
  /** When the person signed in; a client's own token has none. */
  auth_time: z.number().optional(),
  session: z.string().optional(),
  grant: z.string().optional(),
});

/** What says in an access token of this provider whether it goes on. */
export type LivenessClaims = z.infer<typeof claimsShape>;

/**
 * Answers whether an access token is alive. oidc-provider's own introspection knows opaque tokens only and refuses JWTs,
 * because it keeps no record of them; so this looks at what the token is for. It says as well what its bearer's claims are
 * now, since agency, region and roles may have changed since the token was issued.
 */
export function serveIntrospection(provider: Provider, options: IntrospectionOptions): void {
  const { issuer, audience, keys, clockToleranceSeconds, claimsNow } = options;
  const published = createLocalJWKSet({ keys: keys.map(({ d: _, ...publicHalf }) => publicHalf) });
  const wanted = digest(`Basic ${basic(audience, options.secret)}`);

  const claimsOf = async (token: string): Promise<LivenessClaims | null> => {
    try {
      const { payload } = await jwtVerify(token, published, {
        issuer,
        audience,
        typ: 'at+jwt',
        algorithms: ['ES256'],
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp'],
      });
      return claimsShape.parse(payload);
    } catch {
      return null;
    }
  };

  provider.use(async (ctx, next) => {
    if (ctx.path !== INTROSPECTION_PATH) return next();
    ctx.set('cache-control', 'no-store');
    if (ctx.method !== 'POST') {
      ctx.set('allow', 'POST');
      ctx.status = 405;
      return;
    }
    if (!timingSafeEqual(digest(ctx.get('authorization')), wanted)) {
      ctx.set('www-authenticate', 'Basic realm="introspection"');
      ctx.status = 401;
      ctx.body = { error: 'invalid_client' };
      return;
    }
    const token = (await readForm(ctx.req))?.get('token');
    if (!token) {
      ctx.status = 400;
      ctx.body = { error: 'invalid_request' };
      return;
    }
    const claims = await claimsOf(token);
    const now = claims && claimsNow(claims);
    ctx.body = claims && now ? { active: true, sub: claims.sub, client_id: claims.client_id, ...now } : DEAD;
  });
}

/** Nothing more: RFC 7662 wants no reason said. */
const DEAD = { active: false };

/** RFC 6749, 2.3.1: both parts are form-encoded first. */
function basic(id: string, secret: string): string {
  return Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');
}

/** Digests have one length, which comparing in constant time requires. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
