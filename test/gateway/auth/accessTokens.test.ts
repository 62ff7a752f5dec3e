import assert from 'node:assert/strict';
import { createHmac, createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { createTokenVerifier, type TokenVerifier } from '../../../gateway/auth/tokenVerifier.ts';
import { gatewayIdentityOptions } from '../../../runtime/gatewayIdentity.ts';
import { identityFiles } from '../../../runtime/installation.ts';
import { type OwnSystem, startOwnSystem } from '../../identity/ownSystem.ts';

const TOLERANCE_SECONDS = 30;
/** Inside the tolerance and outside of it, far enough from its edge for a slow machine. */
const [INSIDE, OUTSIDE] = [TOLERANCE_SECONDS - 15, TOLERANCE_SECONDS + 15];

/** Changes of what a token says; undefined takes a claim away. */
type Changes = Record<string, unknown>;

/**
 * Tokens as an attacker makes them, and as a provider whose clock is off does: a true token's claims, changed, and signed
 * by the provider's own key unless something else is said. Unchanged such a token is accepted, so each refusal is due
 * to the one change.
 */
describe('a token at the gateway', () => {
  let system: OwnSystem;
  let claims: JWTPayload;
  let key: JWK & { kid: string; d: string };
  /** The gateway's own checks, without a word of the provider on the token. */
  let offline: TokenVerifier;

  before(async () => {
    system = await startOwnSystem({ OIDC_CLOCK_TOLERANCE_SECONDS: String(TOLERANCE_SECONDS) });
    claims = decodeJwt(await system.signIn('police.shenyang.officer'));
    offline = createTokenVerifier({ ...gatewayIdentityOptions(system.config), introspection: null });
    key = JSON.parse(readFileSync(identityFiles(system.config).signingKeys, 'utf8')).keys[0];
  });
  after(() => system.stop());

  const now = () => Math.floor(Date.now() / 1000);
  const publicHalf = () => ({ kty: 'EC', crv: 'P-256', x: key.x as string, y: key.y as string });
  const sign = async (changes: Changes = {}, header: Changes = {}, by: JWK = key) =>
    new SignJWT(JSON.parse(JSON.stringify({ ...claims, ...changes })))
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header })
      .sign(await importJWK(by, 'ES256'));
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const accepts = async (token: string, what: string) => assert.equal((await system.ask(token)).status, 200, what);
  const refuses = async (token: string, what: string) => {
    const { status, code } = await system.ask(token);
    assert.deepEqual([status, code], [401, 'INVALID_TOKEN'], what);
    // The embedded provider would call most of these dead; the gateway must not need it for that.
    assert.deepEqual(await offline.verify(`Bearer ${token}`), { fault: 'INVALID_TOKEN' }, `${what}, by itself`);
  };

  it('is accepted where it is the provider’s, for the hub, and in time', async () => {
    await accepts(await sign(), 'the unchanged claims');
  });

  it('may come from a provider whose clock is off by less than the tolerance, either way', async () => {
    await accepts(await sign({ exp: now() - INSIDE }), 'expired a little');
    await accepts(await sign({ iat: now() + INSIDE, exp: now() + 600 }), 'issued a little in the future');
    await accepts(await sign({ nbf: now() + INSIDE }), 'valid from a little in the future');
    await refuses(await sign({ exp: now() - OUTSIDE }), 'expired');
    await refuses(await sign({ iat: now() + OUTSIDE, exp: now() + 600 }), 'issued in the future');
    await refuses(await sign({ nbf: now() + OUTSIDE }), 'not valid yet');
  });

  it('is refused where it never ends, or not for days', async () => {
    await refuses(await sign({ exp: undefined }), 'no end');
    await refuses(await sign({ exp: now() + 10 * 365 * 24 * 3600 }), 'ten years');
    await refuses(await sign({ iat: undefined, exp: now() + 25 * 3600 }), '25 hours');
    await refuses(await sign({ exp: 'never' }), 'no number');
  });

  it('is refused where it is for somebody else, by somebody else, or of another kind', async () => {
    await refuses(await sign({ aud: 'casegraph-web' }), 'audience');
    await refuses(await sign({ aud: undefined }), 'no audience');
    await refuses(await sign({ iss: 'http://127.0.0.1:1' }), 'issuer');
    await refuses(await sign({ iss: `${system.config.oidc.issuer}/` }), 'issuer but for a slash');
    for (const typ of ['JWT', 'logout+jwt', undefined]) await refuses(await sign({}, { typ }), `type ${typ}`);
  });

  it('is refused where the algorithm is none, or the public key is the secret', async () => {
    for (const alg of ['none', 'None', 'NONE'])
      await refuses(`${part({ alg, typ: 'at+jwt', kid: key.kid })}.${part(claims)}.`, alg);
    const pem = createPublicKey({ format: 'jwk', key: publicHalf() }).export({ format: 'pem', type: 'spki' });
    for (const secret of [pem, JSON.stringify(publicHalf())]) {
      const content = `${part({ alg: 'HS256', typ: 'at+jwt', kid: key.kid })}.${part(claims)}`;
      await refuses(`${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`, 'HS256');
    }
  });

  it('is refused under a key of nobody, however the token praises it', async () => {
    const own = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
    const { d: _, ...ownPublic } = own;
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end(JSON.stringify({ keys: [{ ...ownPublic, kid: 'mine', alg: 'ES256' }] }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const jku = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
    try {
      await refuses(await sign({}, {}, own), 'signed by another under the provider’s kid');
      await refuses(await sign({}, { kid: 'mine' }, own), 'a kid of nobody');
      await refuses(await sign({}, { kid: 'mine', jwk: ownPublic }, own), 'jwk in the header');
      await refuses(await sign({}, { kid: 'mine', jku }, own), 'jku in the header');
      await refuses(await sign({}, { kid: 'mine', x5u: jku }, own), 'x5u in the header');
      await refuses(await sign({}, { kid: '../../../../dev/null' }, own), 'a path as kid');
      assert.deepEqual(asked, [], 'no address of a token is ever asked');
    } finally {
      server.close();
    }
    await accepts(await sign(), 'all that does nothing to a good one');
  });

  it('is refused where agency, region or roles are missing, wrong, or reach too far', async () => {
    const wrong: Changes[] = [
      { agency: undefined },
      { agency: 'TREASURY' },
      { agency: 'police' },
      { region: undefined },
      { region: '21' },
      { region: 210100 },
      { region: '00%100' },
      { region: '000000' },
      { region: '990000' },
      { roles: undefined },
      { roles: 'operator' },
      { roles: [] },
      { roles: ['emperor'] },
      { sub: undefined },
    ];
    for (const changes of wrong) await refuses(await sign(changes), JSON.stringify(changes));
    const { viewer } = await system.ask(await sign({ roles: ['officer', 'emperor'] }));
    assert.deepEqual(viewer?.roles, ['officer'], 'a role that there is not is none');
  });

  it('is refused where the provider knows no such user, or of no sign-in', async () => {
    for (const changes of [
      { sub: 'nobody.at.all' },
      { auth_time: undefined },
      { client_id: 'police.shenyang.officer' },
    ]) {
      assert.equal((await system.ask(await sign(changes))).code, 'INVALID_TOKEN', JSON.stringify(changes));
    }
  });
});
