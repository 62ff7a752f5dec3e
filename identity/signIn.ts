import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { CLI_CLIENT_ID, CLI_REDIRECT_URI } from './clients.ts';
import { SIGN_IN_PATH } from './signInForm.ts';

export type Credentials = {
  issuer: string;
  /** Where the token is meant for; a token with another audience is refused here already. */
  audience: string;
  username: string;
  password: string;
};

export type SignedIn = {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
};

const discovered = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/**
 * Signs a demonstration user in as a browser would (authorization code with PKCE) and gives the access token.
 *
 * It fills in the sign-in form of the embedded provider and no other: with a real provider people sign in in their
 * browser.
 *
 * @throws Error with one line: the provider does not answer, is not the embedded one, or refuses the credentials.
 */
export async function signIn({ issuer, audience, username, password }: Credentials): Promise<SignedIn> {
  const browser = createBrowser(issuer);
  const { authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint } = discovered.parse(
    await (await browser.get(new URL('/.well-known/openid-configuration', issuer))).json(),
  );

  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const authorize = new URL(authorizationEndpoint);
  authorize.search = new URLSearchParams({
    client_id: CLI_CLIENT_ID,
    redirect_uri: CLI_REDIRECT_URI,
    response_type: 'code',
    scope: 'openid',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const form = redirectOf(await browser.get(authorize), authorize);
  if (!form?.pathname.startsWith(SIGN_IN_PATH)) {
    throw new Error(`${issuer} is not CaseGraph's embedded identity provider: sign in in a browser there`);
  }
  // The form posts to its own address, so there is no need to get the page first.
  const posted = await browser.post(form, { username, password });
  const resume = redirectOf(posted, form);
  if (posted.status === 429)
    throw new Error(
      `${issuer} takes no sign-in of ${username} for ${posted.headers.get('retry-after')} seconds: too many have failed`,
    );
  if (posted.status === 403)
    throw new Error(`${issuer} refuses ${username}: no such user, a wrong password, or disabled`);
  if (!resume) throw new Error(`${issuer} answers the sign-in of ${username} with HTTP ${posted.status}`);

  let callback = redirectOf(await browser.get(resume), resume);
  if (callback?.pathname.startsWith(SIGN_IN_PATH)) {
    // It asks for consent, which is given by running the command.
    const granted = redirectOf(await browser.post(callback, { consent: 'yes' }), callback);
    callback = granted && redirectOf(await browser.get(granted), granted);
  }
  const code = callback?.searchParams.get('code');
  if (!callback || !code || callback.searchParams.get('state') !== state) {
    const reason = callback?.searchParams.get('error_description') ?? 'no authorization code came back';
    throw new Error(`${issuer} did not complete the sign-in of ${username}: ${reason}`);
  }

  const answer = await browser.post(new URL(tokenEndpoint), {
    grant_type: 'authorization_code',
    client_id: CLI_CLIENT_ID,
    redirect_uri: CLI_REDIRECT_URI,
    code,
    code_verifier: verifier,
  });
  if (!answer.ok) throw new Error(`${issuer} gave ${username} no token: HTTP ${answer.status}`);
  const { access_token: accessToken, expires_in: expiresIn } = tokenAnswer.parse(await answer.json());
  if (!audienceOf(accessToken).includes(audience)) {
    throw new Error(
      `${issuer} gives tokens for ${audienceOf(accessToken).join(', ') || 'nobody'}, not for ${audience}`,
    );
  }
  return { accessToken, expiresIn };
}

/** Just enough of a browser: cookies by path, redirects left to the caller. */
function createBrowser(issuer: string) {
  const cookies = new Map<string, { value: string; path: string }>();

  const request = async (url: URL, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    let response: Response;
    try {
      response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const reason = cause instanceof Error ? ('code' in cause ? cause.code : cause.message) : cause;
      throw new Error(`the identity provider ${issuer} does not answer (${reason})`, { cause });
    }
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const path = attributes.find((attribute) => attribute.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
      const equals = pair.indexOf('=');
      cookies.set(pair.slice(0, equals), { value: pair.slice(equals + 1), path });
    }
    return response;
  };

  return {
    get: (url: URL) => request(url, {}),
    post: (url: URL, fields: Record<string, string>) =>
      request(url, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

function redirectOf(response: Response, base: URL): URL | undefined {
  const location = response.headers.get('location');
  return location ? new URL(location, base) : undefined;
}

const payload = z.object({ aud: z.union([z.string().transform((aud) => [aud]), z.array(z.string())]) });

/** Read without verifying, which is the business of who accepts the token. */
function audienceOf(jwt: string): string[] {
  return payload.parse(JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'))).aud;
}
