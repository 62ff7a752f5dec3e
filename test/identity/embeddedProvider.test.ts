import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { signInSystem } from '../../identity/systemSignIn.ts';
import { SYSTEMS } from '../../identity/systems.ts';
import { readConfig } from '../../runtime/config.ts';
import { identityFiles, provision } from '../../runtime/installation.ts';
import { readSystemKey } from '../../runtime/systemKeys.ts';
import { runCommand } from '../deployment/process.ts';
import { follow } from '../harness/gateway/subscriber.ts';
import { until } from '../harness/leads.ts';
import { openBrowser } from './browser.ts';
import { type OwnSystem, startOwnSystem } from './ownSystem.ts';

const OFFICER = 'womens-federation.shenyang.officer';
/** How long the gateway of these tests believes that a token is alive; by itself it is longer, up to a minute. */
const LIVENESS_SECONDS = 1;

describe('identity, with the embedded provider', () => {
  let system: OwnSystem;
  before(async () => {
    system = await startOwnSystem({ OIDC_LIVENESS_SECONDS: String(LIVENESS_SECONDS) });
  });
  after(() => system.stop());

  const password = () => system.config.demoPassword;
  const browser = () => openBrowser(system.config.oidc.issuer, `${system.config.urls.gateway}/graphql`);
  const signInWeb = async (web: ReturnType<typeof browser>, username: string) => {
    const came = await web.signIn(username, password());
    assert.ok('access_token' in came, `${username} is let in`);
    return came;
  };
  const untilRefused = (token: string) =>
    until('the token is refused', async () => (await system.ask(token)).code === 'INVALID_TOKEN');

  it('lets each agency’s own system ask as itself, with the role of an integrator', async () => {
    for (const { client, agency, name } of SYSTEMS) {
      const { code, said } = await system.command('token', '--client', client);
      assert.equal(code, 0, said);
      const { viewer } = await system.ask(said.trim());
      assert.deepEqual(viewer, { username: client, name, agency: { code: agency }, roles: ['integrator'] });
    }
  });

  it('keeps an agency’s key where only its owner can read it, and takes no other key for it', async () => {
    const { systemKey } = identityFiles(system.config);
    assert.equal(statSync(systemKey('police-system')).mode & 0o777, 0o600);
    const asked = signInSystem({
      issuer: system.config.oidc.issuer,
      client: 'courts-system',
      key: readSystemKey(systemKey('police-system')),
    });
    await assert.rejects(asked, /gave courts-system no token: HTTP 401/);
  });

  it('lets a disabled system sign in no more, and puts it out of what it had begun', async () => {
    const token = (await system.command('token', '--client', 'justice-system')).said.trim();
    assert.equal((await system.ask(token)).status, 200);
    assert.equal((await system.command('user', 'disable', 'justice-system')).code, 0);
    await untilRefused(token);
    assert.match((await system.command('token', '--client', 'justice-system')).said, /gave justice-system no token/);
    await system.command('user', 'enable', 'justice-system');
    assert.equal((await system.command('token', '--client', 'justice-system')).code, 0);
    assert.equal((await system.ask(token)).code, 'INVALID_TOKEN', 'what was begun before does not go on');
  });

  it('puts a disabled user out, refuses the sign-in in Chinese, and forgets what was begun before', async () => {
    const username = 'prosecutors.shenyang.prosecutor';
    const web = browser();
    const { access_token, refresh_token } = await signInWeb(web, username);
    const bystander = await system.signIn('prosecutors.shenyang.chief');
    assert.equal((await system.ask(access_token)).viewer?.username, username);

    assert.equal((await system.command('user', 'disable', username)).code, 0);
    const since = Date.now();
    await untilRefused(access_token);
    assert.ok(Date.now() - since < (LIVENESS_SECONDS + 2) * 1000, `${Date.now() - since} ms`);
    assert.equal((await web.refresh(refresh_token)).error, 'invalid_grant');
    assert.equal(await web.isRemembered(), false);
    const refused = await browser().signIn(username, password());
    assert.ok('page' in refused);
    assert.equal(refused.status, 403);
    assert.match(refused.page, /该账号已被停用，不能登录/);
    const stranger = await browser().signIn(username, 'wrong');
    assert.ok('page' in stranger && !stranger.page.includes('停用'), 'who does not know the password learns nothing');
    assert.equal((await system.ask(bystander)).status, 200);

    assert.equal((await system.command('user', 'enable', username)).code, 0);
    assert.equal((await system.ask(await system.signIn(username))).status, 200);
    assert.equal(await web.isRemembered(), false, 'a session from before does not come back');
    assert.equal((await system.ask(access_token)).code, 'INVALID_TOKEN');
  });

  it('ends within a minute what a disabled user follows, though nothing happens in it', async () => {
    const username = 'prosecutors.shenyang.leader';
    const query = 'subscription { referralEvents { cursor } }';
    const follower = await follow(system, await system.signIn(username), { query });
    const bystander = await follow(system, await system.signIn('prosecutors.shenyang.chief'), { query });
    assert.equal((await system.command('user', 'disable', username)).code, 0);
    const since = Date.now();
    assert.equal(await follower.ended, true);
    assert.ok(Date.now() - since < 60_000, `${Date.now() - since} ms`);
    assert.equal(follower.events.at(-1)?.errors[0]?.extensions?.code, 'INVALID_TOKEN');
    assert.ok(bystander.beats() > 1, 'signs of life come to the other');
    bystander.leave();
    await system.command('user', 'enable', username);
  });

  it('knows a user who moves or gets another role by the new claims, with the token from before, in streams as well', async () => {
    const username = 'courts.shenyang.judge';
    const token = await system.signIn(username);
    const query = 'subscription { referralEvents { cursor } }';
    const follower = await follow(system, token, { query });
    const bystander = await follow(system, await system.signIn('prosecutors.shenyang.chief'), { query });
    const who = async () => {
      const { viewer } = await system.ask(token, '{ viewer { username agency { code } region { code } roles } }');
      return [viewer?.username, viewer?.agency.code, viewer?.region?.code, viewer?.roles.join()];
    };
    assert.deepEqual(await who(), [username, 'COURTS', '210100', 'officer']);
    const file = fileURLToPath(system.config.usersFile);
    const before = readFileSync(file, 'utf8');
    const judge = /(username: courts\.shenyang\.judge,[^}]*?region: )"210100"(,\s*roles: )\[officer\]/;
    writeFileSync(file, before.replace(judge, '$1"210102"$2[leader]'));
    try {
      const since = Date.now();
      await until('the new claims count', async () => (await who())[2] === '210102');
      assert.deepEqual(await who(), [username, 'COURTS', '210102', 'leader']);
      assert.equal(await follower.ended, true);
      assert.ok(Date.now() - since < 60_000, `${Date.now() - since} ms`);
      assert.equal(follower.events.at(-1)?.errors[0]?.extensions?.code, 'VIEWER_CHANGED');
      const again = await follow(system, token, { query });
      assert.equal(again.status, 200, 'the same token follows as who the user is now');
      again.leave();
      assert.equal(await Promise.race([bystander.ended, 'goes on']), 'goes on');
      writeFileSync(file, '- { username: half');
      await sleep(3_000);
      assert.deepEqual(await who(), [username, 'COURTS', '210102', 'leader'], 'a file with faults changes nothing');
      writeFileSync(file, before.replace(/- \{[^}]*courts\.shenyang\.judge[^}]*\}\n/, ''));
      await untilRefused(token);
    } finally {
      writeFileSync(file, before);
      bystander.leave();
    }
  });

  it('shows no password to the provider of another installation, and takes no token from it', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'casegraph-elsewhere-'));
    try {
      provision(readConfig({ CASEGRAPH_HOME: elsewhere }));
      const { code, said } = await runCommand({
        words: ['node', fileURLToPath(new URL('../../runtime/commands/token.ts', import.meta.url)), OFFICER],
        environment: { ...system.env, CASEGRAPH_HOME: elsewhere },
        folder: elsewhere,
      });
      assert.equal(code, 1);
      assert.match(said, /^http:\/\/127\.0\.0\.1:\d+ is another installation's, not that of .*casegraph-elsewhere-/);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  it('knows no user to disable but its own', async () => {
    const { code, said } = await system.command('user', 'disable', '../../etc/passwd');
    assert.deepEqual([code, said.startsWith('There is no ../../etc/passwd')], [1, true]);
    assert.equal((await system.command('user', 'remove', OFFICER)).code, 2);
  });

  it('puts who signs out at the provider out at the gateway, and nobody else', async () => {
    const [web, other] = [browser(), browser()];
    const mine = await signInWeb(web, OFFICER);
    const renewed = (await web.refresh(mine.refresh_token)).access_token ?? '';
    const elsewhere = await signInWeb(other, OFFICER);
    for (const token of [mine.access_token, renewed, elsewhere.access_token]) {
      assert.equal((await system.ask(token)).status, 200);
    }
    assert.equal(await web.signOut(mine.id_token), 303);
    await untilRefused(mine.access_token);
    await untilRefused(renewed);
    await sleep(LIVENESS_SECONDS * 1000);
    assert.equal((await system.ask(elsewhere.access_token)).status, 200, 'the same person at another machine goes on');
  });

  it('takes a new signing key while everything runs, and tokens by both', async () => {
    const web = browser();
    const before = await signInWeb(web, 'courts.shenyang.judge');
    const { code, said } = await system.command('identityKeys');
    assert.equal(code, 0, said);
    const after = await system.signIn('courts.shenyang.judge');
    assert.notEqual(decodeProtectedHeader(after).kid, decodeProtectedHeader(before.access_token).kid);
    await until('the gateway has the new key', async () => (await system.ask(after)).status === 200);
    assert.equal((await system.ask(before.access_token)).status, 200);

    const published = (await (await fetch(`${system.config.oidc.issuer}/jwks`)).json()) as { keys: object[] };
    assert.equal(published.keys.length, 2);
    assert.ok(published.keys.every((key) => !('d' in key)));
    const kept = JSON.parse(readFileSync(identityFiles(system.config).signingKeys, 'utf8')) as { keys: object[] };
    assert.deepEqual(
      kept.keys.map((key) => 'd' in key),
      [true, false],
      'the old one can sign nothing more',
    );

    assert.ok((await web.refresh(before.refresh_token)).access_token, 'sessions go on');
    assert.equal(await web.signOut(before.id_token), 303, 'an ID token by the old key still signs out');
    await untilRefused(before.access_token);
  });

  it('signs nobody out when the provider is started again, and forgets no sign-out', async () => {
    const kept = await system.signIn(OFFICER);
    const web = browser();
    const ended = await signInWeb(web, OFFICER);
    await web.signOut(ended.id_token);
    await untilRefused(ended.access_token);
    await system.stopPart('identity');
    await system.startPart('identity');
    await sleep(LIVENESS_SECONDS * 1000);
    assert.equal((await system.ask(kept)).status, 200);
    assert.equal((await system.ask(ended.access_token)).code, 'INVALID_TOKEN');
  });

  it('goes on with whom it has asked about within the last minute when the provider is away, and lets nobody else in', async () => {
    const [known, unknown] = [await system.signIn(OFFICER), await system.signIn(OFFICER)];
    assert.equal((await system.ask(known)).status, 200);
    await system.stopPart('identity');
    try {
      await sleep(LIVENESS_SECONDS * 1000);
      assert.equal((await system.ask(known)).status, 200);
      const { status, code } = await system.ask(unknown);
      assert.deepEqual([status, code], [503, 'IDENTITY_PROVIDER_UNREACHABLE']);
    } finally {
      await system.startPart('identity');
    }
    assert.equal((await system.ask(unknown)).status, 200);
  });

  it('tells only the gateway about a token, and says no more than that it is dead', async () => {
    const ask = (authorization: string, token: string, method = 'POST') =>
      fetch(`${system.config.oidc.issuer}/token/introspection`, {
        method,
        headers: { authorization },
        ...(method === 'POST' && { body: new URLSearchParams({ token }) }),
      });
    const { introspectionSecret } = JSON.parse(readFileSync(`${system.home}/installation.json`, 'utf8'));
    const right = `Basic ${Buffer.from(`casegraph:${introspectionSecret}`).toString('base64')}`;
    const token = await system.signIn(OFFICER);
    assert.equal((await ask('', token)).status, 401);
    assert.equal((await ask(`Basic ${Buffer.from('casegraph:guess').toString('base64')}`, token)).status, 401);
    assert.equal((await ask(right, token, 'GET')).status, 405);
    assert.equal((await ask(right, '')).status, 400);
    const { sub, client_id } = decodeJwt(token);
    const now = {
      name: '白若溪',
      preferred_username: OFFICER,
      agency: 'WOMENS_FEDERATION',
      region: '210100',
      roles: ['officer'],
      title: '沈阳市妇联权益部干部',
    };
    assert.deepEqual(await (await ask(right, token)).json(), { active: true, sub, client_id, ...now });
    for (const dead of ['nonsense', `${token.slice(0, -4)}AAAA`]) {
      assert.deepEqual(await (await ask(right, dead)).json(), { active: false });
    }
  });
});
