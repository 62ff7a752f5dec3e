import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, mock, test } from 'node:test';
import { createRemoteJWKSet, decodeJwt, type JWK, jwtVerify } from 'jose';
import { openEndings } from './endings.ts';
import { createIdentityProvider } from './provider.ts';
import { type RunningIdentity, startIdentity } from './server.ts';
import { signIn } from './signIn.ts';
import { createSignInAttempts } from './signInAttempts.ts';
import { provisionSigningKeys, readSigningKeys } from './signingKeys.ts';
import { readStanding } from './standing.ts';
import { loadUsers } from './users.ts';

const PASSWORD = 'not-the-default';
const AUDIENCE = 'casegraph';
const WEB_REDIRECT = 'http://localhost:4999/callback';
const FEDERATION_OFFICER = 'womens-federation.shenyang.officer';

const printed = [
  mock.method(console, 'info', () => {}),
  mock.method(console, 'warn', () => {}),
  mock.method(console, 'error', () => {}),
];
const faults: Error[] = [];
let home: string;
let identity: RunningIdentity;

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'casegraph-identity-'));
  provisionSigningKeys(join(home, 'keys.json'));
  identity = await startIdentity(options());
});

after(async () => {
  await identity.close();
  rmSync(home, { recursive: true });
});

function options() {
  const keys = () => readSigningKeys(join(home, 'keys.json'));
  return {
    host: '127.0.0.1',
    port: 0,
    readKeys: keys,
    keys: keys(),
    cookieKeys: ['a cookie key of the tests'],
    audience: AUDIENCE,
    introspectionSecret: 'a secret of the tests',
    users: () => loadUsers(),
    password: PASSWORD,
    showsAccounts: true,
    systems: [],
    systemKeys: new Map(),
    standing: readStanding(join(home, 'standing')),
    endings: openEndings(join(home, 'endings'), 3600),
    redirectUris: [WEB_REDIRECT],
    onError: (error: Error) => faults.push(error),
  };
}

const signInAs = (username: string, password = PASSWORD) =>
  signIn({ issuer: identity.url, audience: AUDIENCE, username, password });

/** An authorization request of the web client; a parameter set to undefined is left out. */
function authorizationUrl(changes: Record<string, string | undefined> = {}): { url: URL; verifier: string } {
  const verifier = randomBytes(32).toString('base64url');
  const parameters: Record<string, string | undefined> = {
    client_id: 'casegraph-web',
    redirect_uri: WEB_REDIRECT,
    response_type: 'code',
    scope: 'openid profile',
    state: 'a-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const url = new URL('/auth', identity.url);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return { url, verifier };
}

type Jar = Map<string, string>;

/** Sends every cookie everywhere, which is enough for one sign-in at a time. */
async function visit(jar: Jar, url: URL | string, form?: Record<string, string>): Promise<Response> {
  const response = await fetch(url, {
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
}

function locationOf(response: Response): URL {
  return new URL(response.headers.get('location') ?? '', identity.url);
}

async function signInToWeb(jar: Jar) {
  const { url, verifier } = authorizationUrl();
  const form = locationOf(await visit(jar, url));
  const resume = locationOf(await visit(jar, form, { username: FEDERATION_OFFICER, password: PASSWORD }));
  const granted = await visit(jar, locationOf(await visit(jar, resume)), { consent: 'yes' });
  const code = locationOf(await visit(jar, locationOf(granted))).searchParams.get('code') ?? '';
  return tokens({ grant_type: 'authorization_code', code, redirect_uri: WEB_REDIRECT, code_verifier: verifier });
}

async function tokens(fields: Record<string, string>): Promise<Record<string, string>> {
  const response = await fetch(new URL('/token', identity.url), {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'casegraph-web', ...fields }),
  });
  return (await response.json()) as Record<string, string>;
}

test('signing in gives a token that says who, for whom and from where, and verifies against the published keys', async () => {
  const { accessToken, expiresIn } = await signInAs(FEDERATION_OFFICER);
  assert.equal(expiresIn, 3600);

  const { payload, protectedHeader } = await jwtVerify(
    accessToken,
    createRemoteJWKSet(new URL('/jwks', identity.url)),
    { issuer: identity.url, audience: AUDIENCE, typ: 'at+jwt', algorithms: ['ES256'] },
  );
  const { sub, name, preferred_username, agency, region, roles, client_id } = payload;
  assert.deepEqual(
    { sub, name, preferred_username, agency, region, roles, client_id },
    {
      sub: FEDERATION_OFFICER,
      name: '白若溪',
      preferred_username: FEDERATION_OFFICER,
      agency: 'WOMENS_FEDERATION',
      region: '210100',
      roles: ['officer'],
      client_id: 'casegraph-cli',
    },
  );
  assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 3600);
  assert.ok(protectedHeader.kid);
});

test('the published keys hold nothing private', async () => {
  const { keys } = (await (await fetch(new URL('/jwks', identity.url))).json()) as { keys: JWK[] };
  assert.equal(keys.length, 1);
  assert.equal(keys[0]?.d, undefined);
});

test('every demonstration user can sign in', async () => {
  for (const { username, agency, region, roles } of loadUsers()) {
    const claims = decodeJwt((await signInAs(username)).accessToken);
    assert.deepEqual([claims.sub, claims.agency, claims.region, claims.roles], [username, agency, region, roles]);
  }
});

test('a sign-in takes less than 300 milliseconds', async () => {
  const times = [];
  for (let attempt = 0; attempt < 5; attempt++) {
    const started = performance.now();
    await signInAs('hub.auditor');
    times.push(performance.now() - started);
  }
  assert.ok(Math.min(...times) < 300, `${times.map(Math.round)} ms`);
});

test('a wrong password and an unknown user are refused alike, in one line without the password', async () => {
  for (const [username, password] of [
    [FEDERATION_OFFICER, 'wrong-secret'],
    ['nobody.at.all', PASSWORD],
  ] as const) {
    await assert.rejects(signInAs(username, password), (error) => {
      assert.ok(error instanceof Error);
      assert.equal(error.message, `${identity.url} refuses ${username}: no such user, a wrong password, or disabled`);
      return true;
    });
  }
});

test('a provider that does not answer is named', async () => {
  await assert.rejects(
    signIn({ issuer: 'http://127.0.0.1:1', audience: AUDIENCE, username: 'hub.auditor', password: PASSWORD }),
    /^Error: the identity provider http:\/\/127\.0\.0\.1:1 does not answer \(/,
  );
});

test('a token for another audience than the wanted one is an error', async () => {
  const credentials = { issuer: identity.url, username: 'hub.auditor', password: PASSWORD };
  await assert.rejects(
    signIn({ ...credentials, audience: 'elsewhere' }),
    /gives tokens for casegraph, not for elsewhere/,
  );
});

test('the sign-in page is Chinese, runs no script, loads nothing and says the password of the demonstration', async () => {
  const jar: Jar = new Map();
  const page = await visit(jar, locationOf(await visit(jar, authorizationUrl({ login_hint: 'hub."><b>' }).url)));
  const html = await page.text();
  assert.equal(page.status, 200);
  assert.match(html, /<html lang="zh-CN">/);
  assert.match(html, /登录/);
  assert.match(html, new RegExp(`<code>${PASSWORD}</code>`));
  assert.doesNotMatch(html, /<script|src=|https?:\/\/|"><b>/);
  assert.match(
    page.headers.get('content-security-policy') ?? '',
    /default-src 'none'.*form-action 'self' http:\/\/localhost:4999 /,
  );
});

test('after a wrong password the page says so in Chinese and keeps the username, and the right one still works', async () => {
  const jar: Jar = new Map();
  const form = locationOf(await visit(jar, authorizationUrl().url));
  const refused = await visit(jar, form, { username: FEDERATION_OFFICER, password: 'wrong-secret' });
  const html = await refused.text();
  assert.equal(refused.status, 403);
  assert.match(html, /role="alert"[^>]*>用户名或密码不正确/);
  assert.match(html, new RegExp(`value="${FEDERATION_OFFICER}"`));
  assert.doesNotMatch(html, /wrong-secret/);

  const accepted = await visit(jar, form, { username: FEDERATION_OFFICER, password: PASSWORD });
  assert.equal(accepted.status, 303);
});

test('in production the sign-in page prints neither a password nor an account', async (t) => {
  const production = await startIdentity({ ...options(), showsAccounts: false });
  t.after(() => production.close());
  const jar: Jar = new Map();
  const { pathname, search } = authorizationUrl().url;
  const form = new URL(
    (await visit(jar, production.url + pathname + search)).headers.get('location') ?? '',
    production.url,
  );
  const pages = [await visit(jar, form), await visit(jar, form, { username: 'nobody', password: 'wrong-secret' })];
  assert.deepEqual(
    pages.map(({ status }) => status),
    [200, 403],
  );
  for (const page of pages) {
    const html = await page.text();
    assert.match(html, /name="password"/);
    assert.doesNotMatch(html, /演示|datalist|not-the-default/);
    for (const { username, name } of loadUsers()) assert.ok(!html.includes(username) && !html.includes(name), username);
  }
});

test('an account that is guessed at is delayed, for the right password too, and the log says so without a name', async (t) => {
  const guessed: object[] = [];
  const attempts = createSignInAttempts(() => 1_000_000_000);
  const own = await startIdentity({ ...options(), attempts, onRefused: (refusal) => guessed.push(refusal) });
  t.after(() => own.close());
  const as = (username: string, password: string) =>
    signIn({ issuer: own.url, audience: AUDIENCE, username, password });
  for (let each = 0; each < 5; each += 1)
    await assert.rejects(as(FEDERATION_OFFICER, 'wrong-secret'), /wrong password/);
  await as(FEDERATION_OFFICER, PASSWORD);
  const asked = Array.from({ length: 20 }, () =>
    as(FEDERATION_OFFICER, 'wrong-secret').catch(({ message }) => message),
  );
  const answers = await Promise.all(asked);
  assert.equal(
    answers.filter((message) => /wrong password/.test(message)).length,
    6,
    'at the same moment none more pass',
  );
  const tooMany = /takes no sign-in of womens-federation\.shenyang\.officer for 1 seconds: too many have failed/;
  await assert.rejects(as(FEDERATION_OFFICER, PASSWORD), tooMany);
  await as('hub.auditor', PASSWORD);
  await assert.rejects(as('my-secret-typed-as-name', 'x'), /wrong password/);

  const said = JSON.stringify(guessed);
  assert.doesNotMatch(said, /shenyang|secret|127\.0\.0\.1/);
  const codes = guessed.map((refusal) => (refusal as { code: string }).code);
  assert.deepEqual(codes, [...Array(11).fill('WRONG_CREDENTIALS'), 'TOO_MANY_ATTEMPTS', 'WRONG_CREDENTIALS']);
  assert.deepEqual(new Set(guessed.map((refusal) => (refusal as { account: string | null }).account)).size, 2);
  assert.equal((guessed.at(-1) as { account: string | null }).account, null);
});

test('an attempt counts for the address that the installation says it comes from', async (t) => {
  let caller = 'one';
  const own = await startIdentity({ ...options(), callerOf: () => caller });
  t.after(() => own.close());
  const as = (username: string, password: string) =>
    signIn({ issuer: own.url, audience: AUDIENCE, username, password });
  for (let each = 0; each < 31; each += 1) await assert.rejects(as(`nobody.number-${each}`, 'guess'), /wrong password/);
  await assert.rejects(as('hub.auditor', PASSWORD), /too many have failed/);
  caller = 'another';
  await as('hub.auditor', PASSWORD);
});

test('somebody who cancels is sent back to the client with access_denied', async () => {
  const jar: Jar = new Map();
  const form = locationOf(await visit(jar, authorizationUrl().url));
  const back = locationOf(await visit(jar, locationOf(await visit(jar, form, { cancel: 'yes' }))));
  assert.equal(back.origin + back.pathname, WEB_REDIRECT);
  assert.equal(back.searchParams.get('error'), 'access_denied');
});

test('the form of a sign-in that is over gives a Chinese explanation', async () => {
  const page = await fetch(new URL('/interaction/of-yesterday', identity.url));
  assert.equal(page.status, 400);
  assert.match(await page.text(), /登录页面已过期/);
});

test('a form that is far too long is refused', async () => {
  const jar: Jar = new Map();
  const form = locationOf(await visit(jar, authorizationUrl().url));
  assert.equal((await visit(jar, form, { username: 'x'.repeat(20_000), password: PASSWORD })).status, 413);
});

test('a request without PKCE, or with the plain method, is refused', async () => {
  for (const changes of [
    { code_challenge: undefined, code_challenge_method: undefined },
    { code_challenge_method: 'plain' },
  ]) {
    const back = locationOf(await visit(new Map(), authorizationUrl(changes).url));
    assert.equal(back.origin + back.pathname, WEB_REDIRECT);
    assert.equal(back.searchParams.get('error'), 'invalid_request');
  }
});

test('a code without the right verifier buys nothing', async () => {
  const jar: Jar = new Map();
  const form = locationOf(await visit(jar, authorizationUrl().url));
  const resume = locationOf(await visit(jar, form, { username: FEDERATION_OFFICER, password: PASSWORD }));
  const granted = await visit(jar, locationOf(await visit(jar, resume)), { consent: 'yes' });
  const code = locationOf(await visit(jar, locationOf(granted))).searchParams.get('code') ?? '';
  const verifier = randomBytes(32).toString('base64url');
  const answer = await tokens({
    grant_type: 'authorization_code',
    code,
    redirect_uri: WEB_REDIRECT,
    code_verifier: verifier,
  });
  assert.equal(answer.error, 'invalid_grant');
});

test('a redirect address that is not a registered one to the letter is refused on a Chinese page instead of being followed', async () => {
  for (const redirect of [
    'http://evil.example/callback',
    `${WEB_REDIRECT}/`,
    `${WEB_REDIRECT}?next=1`,
    'http://localhost:4999/other',
    'http://localhost:4998/callback',
    'http://127.0.0.1:4999/callback',
  ]) {
    const page = await visit(new Map(), authorizationUrl({ redirect_uri: redirect }).url);
    assert.equal(page.status, 400, redirect);
    assert.match(await page.text(), /登录请求有误/);
  }
});

test('the command line may take any port of the loopback address, and nothing else may differ', async () => {
  const asked = async (redirect: string) =>
    (await visit(new Map(), authorizationUrl({ client_id: 'casegraph-cli', redirect_uri: redirect }).url)).status;
  assert.deepEqual(
    [await asked('http://127.0.0.1/callback'), await asked('http://127.0.0.1:53122/callback')],
    [303, 303],
  );
  for (const redirect of ['http://127.0.0.1:53122/other', 'http://localhost:53122/callback', WEB_REDIRECT])
    assert.equal(await asked(redirect), 400, redirect);
});

test('a client is let in only when its person agrees: the command line each time, the web application once in a session', async () => {
  const jar: Jar = new Map();
  const first = locationOf(await visit(jar, authorizationUrl().url));
  const consent = locationOf(
    await visit(jar, locationOf(await visit(jar, first, { username: FEDERATION_OFFICER, password: PASSWORD }))),
  );
  const html = await (await visit(jar, consent)).text();
  assert.match(html, /「案件协同平台」请求以您的身份使用[\s\S]*<code>http:\/\/localhost:4999<\/code>/);
  assert.doesNotMatch(html, /<script/);
  const refused = locationOf(await visit(jar, locationOf(await visit(jar, consent, { cancel: 'yes' }))));
  assert.equal(refused.searchParams.get('error'), 'access_denied');

  const silent = async (client_id: string, redirect_uri: string) => {
    const { url } = authorizationUrl({ client_id, redirect_uri, scope: 'openid', prompt: 'none' });
    return locationOf(await visit(jar, url)).searchParams.get('error');
  };
  assert.equal(await silent('casegraph-web', WEB_REDIRECT), 'consent_required');
  const agree = async (changes: Record<string, string> = {}) => {
    const asked = locationOf(await visit(jar, authorizationUrl(changes).url));
    assert.match(asked.pathname, /^\/interaction\//);
    return locationOf(await visit(jar, locationOf(await visit(jar, asked, { consent: 'yes' })))).searchParams.get(
      'code',
    );
  };
  assert.ok(await agree());
  assert.equal(await silent('casegraph-web', WEB_REDIRECT), null);
  const cli = { client_id: 'casegraph-cli', redirect_uri: 'http://127.0.0.1:53122/callback', scope: 'openid' };
  assert.ok(await agree(cli));
  assert.ok(await agree(cli), 'asked again, though the session has granted it');
  assert.equal(await silent(cli.client_id, cli.redirect_uri), 'interaction_required');
});

test('the web client gets the claims in its ID token, renews its token, and is remembered by the session', async () => {
  const jar: Jar = new Map();
  const first = await signInToWeb(jar);
  assert.equal(decodeJwt(first.id_token ?? '').agency, 'WOMENS_FEDERATION');

  const renewed = await tokens({ grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' });
  const { aud, region } = decodeJwt(renewed.access_token ?? '');
  assert.deepEqual({ aud, region }, { aud: AUDIENCE, region: '210100' });

  const again = locationOf(await visit(jar, authorizationUrl({ prompt: 'none' }).url));
  assert.ok(again.searchParams.get('code'), again.href);
});

test('signing out ends the session and the refresh token, and returns to the client', async () => {
  const jar: Jar = new Map();
  const { id_token = '', refresh_token = '' } = await signInToWeb(jar);

  const end = new URL('/session/end', identity.url);
  end.search = new URLSearchParams({
    id_token_hint: id_token,
    post_logout_redirect_uri: 'http://localhost:4999/',
    state: 'bye',
  }).toString();
  const page = await visit(jar, end);
  const html = await page.text();
  assert.match(html, /确定要退出登录吗/);
  assert.doesNotMatch(html, /<script/);

  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const back = locationOf(await visit(jar, new URL('/session/end/confirm', identity.url), { xsrf, logout: 'yes' }));
  assert.equal(back.href, 'http://localhost:4999/?state=bye');

  const silent = locationOf(await visit(jar, authorizationUrl({ prompt: 'none' }).url));
  assert.equal(silent.searchParams.get('error'), 'login_required');
  assert.equal((await tokens({ grant_type: 'refresh_token', refresh_token })).error, 'invalid_grant');
});

test('browser code of the web client may call the token endpoint, other sites may not', async () => {
  const asked = (origin: string) =>
    fetch(new URL('/token', identity.url), {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ client_id: 'casegraph-web', grant_type: 'refresh_token', refresh_token: 'none' }),
    });
  assert.equal(
    (await asked('http://localhost:4999')).headers.get('access-control-allow-origin'),
    'http://localhost:4999',
  );
  assert.equal((await asked('http://evil.example')).headers.get('access-control-allow-origin'), null);
  assert.equal((await asked('http://127.0.0.1')).headers.get('access-control-allow-origin'), null);
});

test('health is told in JSON', async () => {
  const response = await fetch(new URL('/health', identity.url));
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: 'ok' });
});

test('a port that is taken rejects with EADDRINUSE', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  try {
    const { port } = taken.address() as AddressInfo;
    await assert.rejects(startIdentity({ ...options(), port }), { code: 'EADDRINUSE' });
  } finally {
    taken.close();
  }
});

test('an issuer with a path and a key that cannot sign are refused with the reason', () => {
  const issuer = 'http://127.0.0.1:4010';
  assert.throws(() => createIdentityProvider({ ...options(), issuer: `${issuer}/oidc` }), /issuer has to be an origin/);
  assert.throws(
    () => createIdentityProvider({ ...options(), issuer, keys: [] }),
    /first key has to have its private half/,
  );
});

test('nothing of all this reached the console or was a fault of the provider', () => {
  assert.deepEqual(
    printed.flatMap(({ mock: { calls } }) => calls.map((call) => call.arguments)),
    [],
  );
  assert.deepEqual(faults, []);
});
