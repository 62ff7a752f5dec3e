import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import {
  createTokenVerifier,
  type TokenVerification,
  type TokenVerifier,
  type TokenVerifierOptions,
} from '../../../gateway/auth/tokenVerifier.ts';
import { ConfigurationFault, readConfig } from '../../../runtime/config.ts';
import { gatewayIdentityOptions, NO_LIVENESS } from '../../../runtime/gatewayIdentity.ts';
import { startCommand } from '../../deployment/process.ts';
import { freePort } from '../../harness/freePort.ts';
import { until } from '../../harness/leads.ts';
import { type OwnSystem, startOwnSystem, whoAmI } from '../../identity/ownSystem.ts';

const OFFICER = 'police.shenyang.officer';

/** Another installation's provider is somebody else's here: the gateway knows of it what its configuration says. */
describe('a provider of one’s own', () => {
  let system: OwnSystem;
  let foreign: OwnSystem;
  let secret: string;

  before(async () => {
    [system, foreign] = await Promise.all([startOwnSystem(), startOwnSystem()]);
    secret = JSON.parse(readFileSync(`${foreign.home}/installation.json`, 'utf8')).introspectionSecret;
  });
  after(() => Promise.all([system.stop(), foreign.stop()]));

  /** A gateway in a process of its own; gives its answers and all that it said. */
  async function withGateway(env: Record<string, string>, use: (url: string, said: () => string) => Promise<void>) {
    const port = String(await freePort());
    const gateway = startCommand({
      words: ['node', new URL('../../../runtime/commands/serve.ts', import.meta.url).pathname, 'gateway'],
      environment: {
        ...system.env,
        OIDC_ISSUER: foreign.config.oidc.issuer,
        LOG_LEVEL: 'warn',
        ...env,
        GATEWAY_PORT: port,
      },
      folder: system.home,
    });
    try {
      await gateway.ready;
      await use(`http://127.0.0.1:${port}`, gateway.said);
    } finally {
      await gateway.stop();
    }
  }

  it('is asked about each token where the gateway has a name and a secret there', async () => {
    const env = { OIDC_CLIENT_ID: 'casegraph', OIDC_CLIENT_SECRET: secret, OIDC_LIVENESS_SECONDS: '0' };
    await withGateway(env, async (url, said) => {
      const token = await foreign.signIn(OFFICER);
      assert.equal((await whoAmI(url, token)).viewer?.username, OFFICER);
      await foreign.command('user', 'disable', OFFICER);
      try {
        assert.equal((await whoAmI(url, token)).code, 'INVALID_TOKEN', 'at once, where nothing is remembered');
      } finally {
        await foreign.command('user', 'enable', OFFICER);
      }
      assert.equal((await whoAmI(url, await system.signIn(OFFICER))).code, 'INVALID_TOKEN', 'the embedded one is none');
      assert.doesNotMatch(said(), /OIDC_CLIENT/);
    });
  });

  it('lets nobody in where it does not know the gateway, and the log says why without the secret', async () => {
    await withGateway({ OIDC_CLIENT_ID: 'casegraph', OIDC_CLIENT_SECRET: 'a-wrong-secret' }, async (url, said) => {
      assert.equal((await whoAmI(url, await foreign.signIn(OFFICER))).status, 503);
      await until('the log says why', async () => /introspection answered 401/.test(said()));
      assert.doesNotMatch(said(), /a-wrong-secret|127\.0\.0\.1/);
    });
  });

  it('is not asked where the gateway has no name there: it warns at the start, and a token counts for its life', async () => {
    await withGateway({}, async (url, said) => {
      await until('the gateway warns', async () => said().includes(NO_LIVENESS));
      const token = await foreign.signIn('courts.shenyang.judge');
      await foreign.command('user', 'disable', 'courts.shenyang.judge');
      assert.equal((await whoAmI(url, token)).status, 200);
    });
  });

  it('is not asked in production either where that is said on purpose', async () => {
    await withGateway({ NODE_ENV: 'production', OIDC_LIVENESS: 'optional' }, async (url, said) => {
      await until('the gateway warns', async () => said().includes(NO_LIVENESS));
      assert.equal((await fetch(`${url}/ready`)).status, 200);
    });
  });

  it('has its users disabled by itself, and not by our command', async () => {
    const env = { ...system.env, OIDC_ISSUER: foreign.config.oidc.issuer };
    const { runCommand } = await import('../../deployment/process.ts');
    const user = new URL('../../../runtime/commands/user.ts', import.meta.url).pathname;
    const { code, said } = await runCommand({
      words: ['node', user, 'disable', OFFICER],
      environment: env,
      folder: system.home,
    });
    assert.deepEqual([code, /disable the user there/.test(said)], [1, true]);
  });
});

describe('a provider that does not say at+jwt', () => {
  let tokens: TokenVerifier;
  let tokenOf: (payload: object, header?: object) => Promise<string>;
  let close: () => void;
  let who: (token: Promise<string>) => Promise<TokenVerification>;

  before(async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] });
    const server = createServer((_, response) => void response.end(jwks));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    close = () => server.close();
    const options: Omit<TokenVerifierOptions, 'onUnreachable'> = {
      ...gatewayIdentityOptions(readConfig({ OIDC_ISSUER: 'https://login.example.cn/' })),
      jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    };
    tokens = createTokenVerifier(options);
    tokenOf = (payload, header) =>
      new SignJWT({ agency: 'POLICE', region: '210100', roles: ['officer'], azp: 'an-app', sub: 'u-1', ...payload })
        .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
        .setIssuer('https://login.example.cn/')
        .setAudience('casegraph')
        .setIssuedAt()
        .setExpirationTime('5 min')
        .sign(privateKey);
    who = async (token) => tokens.verify(`Bearer ${await token}`);
  });
  after(() => close());

  it('is believed where the token says JWT or nothing, with the slash at the end of its name', async () => {
    for (const header of [{}, { typ: 'JWT' }, { typ: 'application/at+jwt' }]) {
      const found = await who(tokenOf({ preferred_username: '110023' }, header));
      assert.ok('user' in found);
      const { subject, username, client } = found.user;
      assert.deepEqual([subject, username, client], ['u-1', '110023', 'an-app']);
    }
  });

  it('has its ID, refresh and logout tokens refused', async () => {
    const others = [{ at_hash: 'x' }, { c_hash: 'x' }, { typ: 'ID' }, { typ: 'Refresh' }, { events: {} }];
    for (const claims of others) {
      assert.deepEqual(await who(tokenOf(claims, { typ: 'JWT' })), { fault: 'INVALID_TOKEN' }, JSON.stringify(claims));
    }
    assert.ok('user' in (await who(tokenOf({ typ: 'Bearer' }))));
  });

  it('may let a system ask, which is known by its client’s name', async () => {
    const found = await who(tokenOf({ sub: 'police-system', azp: 'police-system', preferred_username: 'service-1' }));
    assert.ok('user' in found);
    const { subject, username, client } = found.user;
    assert.deepEqual([subject, username, client], ['police-system', 'police-system', 'police-system']);
  });
});

describe('the configuration of identity', () => {
  it('has a disabled user out within a minute, however it is set', () => {
    assert.ok(readConfig({}).oidc.livenessSeconds <= 60);
    assert.throws(() => readConfig({ OIDC_LIVENESS_SECONDS: '61' }), /OIDC_LIVENESS_SECONDS is "61"; accepted: .*60/);
  });

  it('allows clocks five seconds, and two minutes at the most', () => {
    assert.equal(readConfig({}).oidc.clockToleranceSeconds, 5);
    assert.equal(readConfig({ OIDC_CLOCK_TOLERANCE_SECONDS: '120' }).oidc.clockToleranceSeconds, 120);
    for (const wrong of ['121', '-1', '1.5', 'none']) {
      assert.throws(() => readConfig({ OIDC_CLOCK_TOLERANCE_SECONDS: wrong }), ConfigurationFault, wrong);
    }
  });

  it('wants the gateway’s name and secret together, and repeats no secret', () => {
    assert.throws(
      () => readConfig({ OIDC_CLIENT_SECRET: 'hush' }),
      (error: Error) => {
        assert.match(error.message, /both or neither/);
        assert.doesNotMatch(error.message, /hush/);
        return true;
      },
    );
  });
});
