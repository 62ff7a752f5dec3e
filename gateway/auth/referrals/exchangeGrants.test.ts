import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../http/refusal.ts';
import { createContextSigner } from '../context/signedContext.ts';
import type { Viewer } from '../viewer.ts';
import { createReferrals, type Referrals } from './exchangeGrants.ts';

const VIEWER: Viewer = {
  subject: 'x',
  username: 'prosecutors.shenyang.prosecutor',
  name: '测试',
  agency: 'PROSECUTORS',
  region: '210100',
  roles: ['officer'],
  language: 'en',
  client: null,
};
const ASKER = { viewer: VIEWER, requestId: 'one' };
const REFERRAL = '019f0000-0000-7000-8000-000000000000';

describe('the gateway’s own question whether a referral is open', () => {
  const takes = { beforeHeaders: 0, beforeBody: 0 };
  const window = { referralId: REFERRAL, purpose: 'JUDICIAL_AID', caseId: null, personTokens: ['hers'] };
  let isOpen = true;
  let asked = 0;
  // Where the exchange would be: it sees the referral at once, and says so late.
  const exchange = createServer((_request, response) => {
    asked += 1;
    const [status, body] = isOpen ? [200, window] : [404, { code: 'REFERRAL_NOT_OPEN' }];
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json' }).flushHeaders();
      setTimeout(() => response.end(JSON.stringify(body)), takes.beforeBody);
    }, takes.beforeHeaders);
  });
  let referrals: Referrals;

  before(async () => {
    exchange.listen(0, '127.0.0.1');
    await once(exchange, 'listening');
    const { port } = exchange.address() as AddressInfo;
    const contexts = createContextSigner(new Map([['exchange', { audience: 'HUB', secret: randomBytes(32) }]]));
    referrals = createReferrals(`http://127.0.0.1:${port}/graphql`, contexts);
  });
  after(async () => {
    exchange.closeAllConnections();
    exchange.close();
    await once(exchange, 'close');
  });

  const closed = (error: unknown) =>
    error instanceof Refusal && error.errors[0]?.extensions?.code === 'REFERRAL_NOT_OPEN';

  it('is good where the answer comes in time', async () => {
    Object.assign(takes, { beforeHeaders: 0, beforeBody: 0 });
    await referrals.requireOpen(REFERRAL, ASKER, undefined);
  });

  it('counts as refused where the answer takes longer than 900 ms as a whole', async () => {
    for (const slow of [
      { beforeHeaders: 1_200, beforeBody: 0 },
      { beforeHeaders: 400, beforeBody: 800 },
    ]) {
      Object.assign(takes, slow);
      const began = performance.now();
      await assert.rejects(referrals.requireOpen(REFERRAL, ASKER, undefined), closed);
      assert.ok(performance.now() - began < 1_150, 'and nobody waits for it longer');
    }
  });

  it('is told to subgraphs once the answer is there, with its age, and need not be asked again while it is young', async () => {
    Object.assign(takes, { beforeHeaders: 0, beforeBody: 30 });
    const before = Date.now();
    const word = referrals.wordOn(REFERRAL, ASKER);
    assert.equal(word.toldTo('police'), null, 'not yet');
    await referrals.requireOpen(REFERRAL, ASKER, word);
    const told = word.toldTo('police');
    assert.deepEqual(told?.said, window);
    assert.ok(told.age >= 30 && told.age < 400, `${told.age}`);
    // Two clocks of whole milliseconds: it may count as a little older than it is, and never as younger.
    assert.ok(told.askedAt >= before - 2 && told.askedAt <= Date.now() - 29, 'counted from the question');
    asked = 0;
    await referrals.requireOpen(REFERRAL, ASKER, word);
    assert.equal(asked, 0);
  });

  it('is asked again by who answers late, and whatever was said before', async () => {
    Object.assign(takes, { beforeHeaders: 0, beforeBody: 0 });
    const word = referrals.wordOn(REFERRAL, ASKER);
    word.toldTo('police');
    await sleep(450);
    isOpen = false;
    try {
      assert.deepEqual(word.known()?.said, window);
      await assert.rejects(referrals.requireOpen(REFERRAL, ASKER, word), closed);
      const none = referrals.wordOn(REFERRAL, ASKER);
      none.toldTo('police');
      await sleep(50);
      assert.equal(none.known()?.said, null);
      await assert.rejects(referrals.requireOpen(REFERRAL, ASKER, none), closed);
    } finally {
      isOpen = true;
    }
  });

  it('is not asked where the exchange is asked anyway: its word comes beside its answer, and nobody else’s does', async () => {
    Object.assign(takes, { beforeHeaders: 0, beforeBody: 0 });
    asked = 0;
    const header = (said: object | null) => Buffer.from(JSON.stringify(said)).toString('base64url');
    const word = referrals.wordOn(REFERRAL, ASKER);
    assert.equal(word.toldTo('exchange'), null);
    const since = performance.now() - 100;
    word.hear('police', header(window), since);
    word.hear('exchange', 'nonsense', since);
    word.hear('exchange', header({ purpose: 'JUDICIAL_AID' }), since);
    assert.equal(word.known(), null);
    word.hear('exchange', header(window), since);
    assert.deepEqual(word.toldTo('police')?.said, window);
    assert.ok((word.known()?.age ?? 0) >= 100, 'as old as the question');
    await referrals.requireOpen(REFERRAL, ASKER, word);
    assert.equal(asked, 0);
    word.hear('exchange', header(null), since + 50);
    word.hear('exchange', header(window), since);
    assert.equal(word.known()?.said, null, 'the newest counts');
  });
});
