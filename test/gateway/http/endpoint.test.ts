import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { generateKeyPair, SignJWT } from 'jose';
import { startSystem, type TestSystem } from '../../harness/system.ts';
import { tokenOf } from '../../harness/token.ts';

describe('the GraphQL endpoint', () => {
  let system: TestSystem;
  before(async () => {
    system = await startSystem();
  });
  after(() => system.stop());

  const post = async (headers: Record<string, string>, body = JSON.stringify({ query: '{ viewer { username } }' })) => {
    const response = await fetch(`${system.config.urls.gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const answer = (await response.json()) as { errors?: { message: string; extensions?: { code?: string } }[] };
    return { status: response.status, code: answer.errors?.[0]?.extensions?.code, headers: response.headers, answer };
  };
  const token = async (changes: { issuer?: string; audience?: string; expired?: boolean } = {}) => {
    const { privateKey } = await generateKeyPair('ES256');
    const published = await (await fetch(`${system.config.oidc.issuer}/jwks`)).json();
    const { kid } = (published as { keys: { kid: string }[] }).keys[0] ?? {};
    return new SignJWT({ agency: 'WOMENS_FEDERATION', region: '210100', roles: ['officer'] })
      .setProtectedHeader({ alg: 'ES256', kid: kid as string })
      .setSubject('womens-federation.shenyang.officer')
      .setIssuer(changes.issuer ?? system.config.oidc.issuer)
      .setAudience(changes.audience ?? system.config.oidc.audience)
      .setExpirationTime(changes.expired ? '-1h' : '1h')
      .sign(privateKey);
  };

  it('asks a client without a token to sign in', async () => {
    const { status, code, headers } = await post({});
    assert.deepEqual([status, code], [401, 'MISSING_TOKEN']);
    assert.match(headers.get('www-authenticate') ?? '', /^Bearer/);
  });

  it('refuses a token that somebody else signed, and one without signature', async () => {
    assert.equal((await post({ authorization: `Bearer ${await token()}` })).code, 'INVALID_TOKEN');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x"}').toString('base64url')}.`;
    assert.equal((await post({ authorization: `Bearer ${unsigned}` })).status, 401);
  });

  it('answers a body that is no GraphQL request with 400, and GET with 405', async () => {
    const authorization = `Bearer ${await tokenOf(system, 'hub.auditor')}`;
    assert.equal((await post({ authorization }, '{"query":')).status, 400);
    assert.equal((await post({ authorization }, '[]')).status, 400);
    assert.equal((await post({ authorization }, '{"query":"{ nothing }"}')).status, 400);
    const get = await fetch(`${system.config.urls.gateway}/graphql?query={viewer{username}}`);
    assert.deepEqual([get.status, get.headers.get('allow')], [405, 'POST, OPTIONS']);
  });

  it('shows GraphiQL to a browser, with every asset from this host', async () => {
    const page = await (
      await fetch(`${system.config.urls.gateway}/graphql`, { headers: { accept: 'text/html' } })
    ).text();
    const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map((match) => match[1] as string)
      .filter((address) => !address.startsWith('data:'));
    assert.ok(assets.length >= 4);
    for (const asset of assets) {
      assert.match(asset, /^\/graphiql\//);
      const response = await fetch(`${system.config.urls.gateway}${asset}`);
      assert.deepEqual([response.status, (await response.text()).length > 100], [200, true], asset);
    }
    assert.equal((await fetch(`${system.config.urls.gateway}/graphiql/package.json`)).status, 404);
  });

  it('says 503 and not 401 when the identity provider cannot be reached', async () => {
    const { createTokenVerifier } = await import('../../../gateway/auth/tokenVerifier.ts');
    const { gatewayIdentityOptions } = await import('../../../runtime/gatewayIdentity.ts');
    const tokens = createTokenVerifier({ ...gatewayIdentityOptions(system.config), issuer: 'http://127.0.0.1:9' });
    assert.deepEqual(await tokens.verify(`Bearer ${await token()}`), { fault: 'IDENTITY_PROVIDER_UNREACHABLE' });
  });

  it('answers in the caller’s language: Chinese, else English', async () => {
    const { languageOf } = await import('../../../gateway/http/request/language.ts');
    assert.deepEqual(['zh-CN,zh;q=0.9,en;q=0.8', 'en-US', 'fr', undefined, 'zh'].map(languageOf), [
      'zh',
      'en',
      'en',
      'en',
      'zh',
    ]);
  });
});
