import { createHash, randomBytes } from 'node:crypto';
import { WEB_CLIENT_ID } from '../../identity/clients.ts';

export interface WebTokens {
  access_token: string;
  id_token: string;
  refresh_token: string;
}

/** A browser in which somebody signs in to the web application, and out again. */
export interface WebBrowser {
  /** What the provider shows where it does not let the person in. */
  signIn(username: string, password: string): Promise<WebTokens | { page: string; status: number }>;
  /** By the ID token that the sign-in gave, as the application does it; gives the status of the last page. */
  signOut(idToken: string): Promise<number>;
  refresh(refreshToken: string): Promise<Partial<WebTokens> & { error?: string }>;
  /** Whether the provider would let the application in again without a question. */
  isRemembered(): Promise<boolean>;
}

export function openBrowser(issuer: string, redirectUri: string): WebBrowser {
  const jar = new Map<string, string>();

  const visit = async (address: URL, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return response;
  };
  const locationOf = (response: Response) => new URL(response.headers.get('location') ?? '', issuer);
  const authorization = (parameters: Record<string, string> = {}) => {
    const verifier = randomBytes(32).toString('base64url');
    const url = new URL('/auth', issuer);
    url.search = new URLSearchParams({
      client_id: WEB_CLIENT_ID,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid profile',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    }).toString();
    return { url, verifier };
  };
  const tokens = async (fields: Record<string, string>) =>
    (
      await fetch(new URL('/token', issuer), {
        method: 'POST',
        body: new URLSearchParams({ client_id: WEB_CLIENT_ID, ...fields }),
      })
    ).json();

  return {
    async signIn(username, password) {
      const { url, verifier } = authorization();
      const form = locationOf(await visit(url));
      const entered = await visit(form, { username, password });
      if (entered.status !== 303) return { page: await entered.text(), status: entered.status };
      const consent = locationOf(await visit(locationOf(entered)));
      const granted = locationOf(await visit(consent, { consent: 'yes' }));
      const code = locationOf(await visit(granted)).searchParams.get('code') ?? '';
      const asked = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
      return (await tokens(asked)) as WebTokens;
    },
    async signOut(idToken) {
      const end = new URL('/session/end', issuer);
      end.search = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: redirectUri }).toString();
      const page = await visit(end);
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      return (await visit(new URL('/session/end/confirm', issuer), { xsrf, logout: 'yes' })).status;
    },
    async refresh(refreshToken) {
      return (await tokens({ grant_type: 'refresh_token', refresh_token: refreshToken })) as Partial<WebTokens>;
    },
    async isRemembered() {
      return locationOf(await visit(authorization({ prompt: 'none' }).url)).searchParams.has('code');
    },
  };
}
