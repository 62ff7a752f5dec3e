import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { CLI_CLIENT_ID, CLI_REDIRECT_URI } from '../../identity/clients.ts';
import { readConfig } from '../../runtime/config.ts';
import { provision } from '../../runtime/installation.ts';
import { DEMONSTRATION_IN_PRODUCTION, startSystem } from '../harness/system.ts';

it('shows no account in production, and delays the caller that a trusted proxy names, not the proxy', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'casegraph-sign-in-'));
  provision(readConfig({ CASEGRAPH_HOME: home }));
  const system = await startSystem({
    parts: ['identity'],
    env: { CASEGRAPH_HOME: home, TRUSTED_PROXIES: '127.0.0.1', ...DEMONSTRATION_IN_PRODUCTION },
  });
  t.after(async () => {
    await system.stop();
    rmSync(home, { recursive: true });
  });
  const authorization = new URL('/auth', system.config.oidc.issuer);
  authorization.search = new URLSearchParams({
    client_id: CLI_CLIENT_ID,
    redirect_uri: CLI_REDIRECT_URI,
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }).toString();
  const begun = await fetch(authorization, { redirect: 'manual' });
  const form = new URL(begun.headers.get('location') ?? '', authorization);
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const page = await (await fetch(form, { headers: { cookie } })).text();
  assert.match(page, /name="password"/);
  assert.doesNotMatch(page, /演示|hub\.auditor|not-the-published-one/);

  const attempt = (caller: string, number: number) =>
    fetch(form, {
      method: 'POST',
      headers: { cookie, 'x-forwarded-for': `203.0.113.99, ${caller}` },
      body: new URLSearchParams({ username: `nobody.${number}`, password: 'guess' }),
    });
  let answer = await attempt('198.51.100.7', 0);
  assert.equal(answer.status, 403);
  let attempts = 1;
  // On a slow machine some of the failures are forgiven meanwhile.
  for (; answer.status === 403 && attempts < 100; attempts += 1) answer = await attempt('198.51.100.7', attempts);
  assert.equal(answer.status, 429);
  assert.ok(attempts > 30, `${attempts} attempts`);
  assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/);
  assert.match(await answer.text(), /登录失败次数过多，请在 \d+ 秒后重试/);
  assert.equal((await attempt('198.51.100.8', 101)).status, 403);
});
