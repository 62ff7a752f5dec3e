import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { generateKeyPair, SignJWT } from 'jose';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { type Claims, createDirect, type Direct } from '../harness/attack/direct.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';
import { tokenOf } from '../harness/token.ts';

const BODY = JSON.stringify({ query: '{ __typename }' });
const [ACCEPTED, REFUSED] = [200, 401];
/** Every claim that docs/other-routers.md lists. */
const LISTED = (() => {
  const page = readFileSync(new URL('../../docs/other-routers.md', import.meta.url), 'utf8');
  const cells = [...page.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)].map(([, cell]) => cell as string);
  return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, claim]) => claim as string));
})();
const now = () => Math.floor(Date.now() / 1000);
const part64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Contexts of which one thing is wrong; with nothing wrong they are accepted, so each refusal is due to the one thing. */
const WRONG: Record<string, Claims> = {
  'for another subgraph': { aud: 'SOMEBODY_ELSE' },
  'by another gateway': { iss: 'casegraph-gateway-2' },
  'expired for longer than clocks may differ': { exp: now() - 10 },
  'valid for longer than the gateway gives': { exp: now() + 3_600 },
  'issued in the future': { iat: now() + 600, exp: now() + 610 },
  'issued long ago': { iat: now() - 3_600 },
  'of no time': { iat: 'now' },
  'of an empty subject': { sub: '' },
  'with a request id that would end a comment in SQL': { requestId: '*/ drop' },
  'with an id that anybody guesses': { jti: '1' },
  'with a referral that is no UUID': { referral: "' or true --" },
  'with a list of referrals': { referral: [randomUUID(), randomUUID()] },
  'with a grant statement without a grant': { grant: { age: 1, askedAt: Date.now() } },
  'with a grant statement from the future': { grant: { grant: null, age: -60_000, askedAt: Date.now() } },
  'with a grant statement without a time': { grant: { grant: null, age: 1 } },
  'with half a grant': { grant: { grant: { purpose: 'JUDICIAL_AID' }, age: 1, askedAt: Date.now() } },
  'with a role that there is not': { roles: ['officer', 'emperor'] },
  'with roles that are no list': { roles: 'officer' },
  'with no role at all': { roles: [] },
  'of an agency that there is not': { agency: 'TREASURY' },
  'of the system itself': { agency: 'SYSTEM' },
  'of no agency': { agency: '' },
  'of an agency in small letters': { agency: 'police' },
  'of a region of four digits': { region: '2101' },
  'of a region of seven digits': { region: '2101020' },
  'of a region with a wildcard': { region: '21%102' },
  'of a region that is a number': { region: 210100 },
  'of no region': { region: '' },
  'of an agency for the whole country': { region: '000000' },
  'of a country that is no region': { region: '000100' },
};

describe('a context put straight to a subgraph', () => {
  let system: TestSystem;
  let direct: Direct;
  before(async () => {
    system = await startSystem();
    direct = createDirect(system);
  });
  after(() => system.stop());

  const status = async (part: string, context: string | null, body = BODY, headers: Record<string, string> = {}) => {
    const answer = await direct.post(part, body, context, headers);
    if (answer.status !== ACCEPTED) assert.doesNotMatch(answer.text, /"data":\{|node_modules|postgres:/, part);
    return answer.status;
  };

  for (const part of AGENCY_PARTS) {
    it(`is refused by ${part} where there is none, or anything about it is wrong`, async () => {
      assert.equal(await status(part, await direct.context(part, BODY)), ACCEPTED, 'a sound one');
      assert.equal(await status(part, null), REFUSED, 'none');
      for (const [what, changes] of Object.entries(WRONG))
        assert.equal(await status(part, await direct.context(part, BODY, changes)), REFUSED, what);
      const hub = await direct.context(part, BODY, { agency: 'HUB', region: '000000', roles: ['auditor'] });
      assert.equal(await status(part, hub), ACCEPTED, 'the hub’s own people are of the whole country');
    });

    it(`is accepted by ${part} in every form that JWTs have`, async () => {
      const key = direct.secretOf(part);
      const claims = () => direct.claims(part, BODY);
      const backwards = Object.fromEntries(Object.entries(claims()).reverse());
      for (const [what, token] of [
        ['a type', new SignJWT(claims()).setProtectedHeader({ typ: 'JWT', alg: 'HS256' })],
        ['the algorithm first', new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: part })],
        ['the claims in another order', new SignJWT(backwards).setProtectedHeader({ alg: 'HS256' })],
        ['a claim that nobody asks for', new SignJWT({ ...claims(), ver: 1 }).setProtectedHeader({ alg: 'HS256' })],
        [
          'a list of one audience',
          new SignJWT(claims()).setAudience([agencyOfPart(part)]).setProtectedHeader({ alg: 'HS256' }),
        ],
      ] as const)
        assert.equal(await status(part, await token.sign(key)), ACCEPTED, what);
      const spaced = Buffer.from('{ "alg" : "HS256",\n "typ" : "JWT" }').toString('base64url');
      const signed = `${spaced}.${part64(claims())}`;
      const signature = createHmac('sha256', key).update(signed).digest('base64url');
      assert.equal(await status(part, `${signed}.${signature}`), ACCEPTED, 'a header with blanks');
    });

    it(`is refused by ${part} without any one of the claims that the page for other routers lists`, async () => {
      assert.deepEqual(LISTED.toSorted(), Object.keys(direct.claims(part, BODY)).sort());
      for (const claim of LISTED)
        assert.equal(await status(part, await direct.context(part, BODY, { [claim]: undefined })), REFUSED, claim);
    });

    it(`is refused by ${part} for a stream of events as for anything else, and with a referral for none`, async () => {
      const events = { accept: 'text/event-stream' };
      assert.equal(await status(part, await direct.context(part, BODY), BODY, events), ACCEPTED, 'a sound one');
      assert.equal(await status(part, null, BODY, events), REFUSED, 'none');
      const used = await direct.context(part, BODY);
      assert.equal(await status(part, used, BODY, events), ACCEPTED);
      assert.equal(await status(part, used, BODY, events), REFUSED, 'one that has come before');
      for (const what of ['for another subgraph', 'expired for longer than clocks may differ', 'of no agency'] as const)
        assert.equal(await status(part, await direct.context(part, BODY, WRONG[what]), BODY, events), REFUSED, what);
      const named = await direct.context(part, BODY, { referral: randomUUID() });
      assert.equal(await status(part, named, BODY, events), 400, 'nobody follows under a referral');
    });

    it(`is refused by ${part} where it is forged`, async () => {
      const claims = () => direct.claims(part, BODY);
      const other = part === 'police' ? 'courts' : 'police';
      const by = (key: Uint8Array) => new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(key);
      assert.equal(await status(part, await by(direct.secretOf(part))), ACCEPTED);
      assert.equal(await status(part, await by(direct.secretOf(other))), REFUSED, 'another subgraph’s secret');
      assert.equal(await status(part, await by(Buffer.alloc(32))), REFUSED, 'a secret of nothing');
      for (const alg of ['none', 'None'])
        assert.equal(await status(part, `${part64({ alg })}.${part64(claims())}.`), REFUSED, alg);
      const { privateKey } = await generateKeyPair('RS256');
      const rs256 = await new SignJWT(claims()).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
      assert.equal(await status(part, rs256), REFUSED, 'RS256');
      const longer = await new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS512' })
        .sign(Buffer.concat([direct.secretOf(part), Buffer.alloc(32)]));
      assert.equal(await status(part, longer), REFUSED, 'HS512');
      const [header, payload, signature] = (await direct.context(part, BODY)).split('.') as [string, string, string];
      const widened = part64({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), region: '210000' });
      assert.equal(await status(part, `${header}.${widened}.${signature}`), REFUSED, 'claims exchanged');
      assert.equal(await status(part, `${header}.${payload}.`), REFUSED, 'the signature cut off');
      const noBase64 = 'é'.repeat(signature.length);
      assert.equal(await status(part, `${header}.${payload}.${noBase64}`), REFUSED, 'a signature of other letters');
    });

    it(`is refused by ${part} with any other body than the one that it was made for`, async () => {
      const changed = [
        BODY.replace('__typename', '__typenamf'),
        `${BODY} `,
        BODY.replace('{"', '{ "'),
        JSON.stringify({ query: '{ __typename }', variables: {} }),
        '',
      ];
      for (const body of changed) {
        const answered = await status(part, await direct.context(part, BODY), body);
        assert.ok(answered === REFUSED || answered === 400, `${answered} for ${JSON.stringify(body)}`);
      }
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/jose',
        'application/graphql',
      ]) {
        const answered = await status(part, await direct.context(part, ''), BODY, { 'content-type': type });
        assert.notEqual(answered, ACCEPTED, `${type}, made for an empty body`);
      }
    });

    it(`is taken by ${part} once, also where two come at the same moment`, async () => {
      const context = await direct.context(part, BODY);
      assert.equal(await status(part, context), ACCEPTED);
      assert.equal(await status(part, context), REFUSED, 'a second time');
      const jti = randomUUID();
      assert.equal(await status(part, await direct.context(part, BODY, { jti })), ACCEPTED);
      assert.equal(await status(part, await direct.context(part, `${BODY} `, { jti }), `${BODY} `), REFUSED, 'its id');
      const raced = await direct.context(part, BODY);
      const answers = await Promise.all(Array.from({ length: 8 }, () => status(part, raced)));
      assert.deepEqual(answers.sort(), [ACCEPTED, ...Array(7).fill(REFUSED)]);
    });

    it(`cannot be replaced at ${part} by what a user has`, async () => {
      const accessToken = await tokenOf(system, 'womens-federation.shenyang.officer');
      assert.equal(await status(part, null, BODY, { authorization: `Bearer ${accessToken}` }), REFUSED);
      assert.equal(await status(part, accessToken), REFUSED, 'as a context');
    });
  }
});
