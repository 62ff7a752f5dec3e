import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Viewer } from '../../../protocol/viewer.ts';
import { Refusal } from '../../http/refusal.ts';
import { createContextSigner } from '../context/contextSigner.ts';
import { createExchangeGrants, type ExchangeGrants } from './exchangeGrants.ts';

const VIEWER: Viewer = {
  subject: 'x',
  username: 'prosecutors.shenyang.prosecutor',
  name: '测试',
  agency: 'PROSECUTORS',
  region: '210100',
  roles: ['officer'],
  language: 'en',
};
const READER = { viewer: VIEWER, requestId: 'one' };
const REFERRAL = '019f0000-0000-7000-8000-000000000000';

describe('the gateway asks the exchange whether a referral is open', () => {
  const takes = { beforeHeaders: 0, beforeBody: 0 };
  const grant = { referralId: REFERRAL, purpose: 'JUDICIAL_AID', caseId: null, personTokens: ['hers'] };
  let isOpen = true;
  let asked = 0;
  // Where the exchange would be: it sees the referral at once, and says so late.
  const exchange = createServer((_request, response) => {
    asked += 1;
    const [status, body] = isOpen ? [200, grant] : [404, { code: 'REFERRAL_NOT_OPEN' }];
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json' }).flushHeaders();
      setTimeout(() => response.end(JSON.stringify(body)), takes.beforeBody);
    }, takes.beforeHeaders);
  });
  let grants: ExchangeGrants;

  before(async () => {
    exchange.listen(0, '127.0.0.1');
    await once(exchange, 'listening');
    const { port } = exchange.address() as AddressInfo;
    const contexts = createContextSigner(new Map([['exchange', { audience: 'HUB', secret: randomBytes(32) }]]));
    grants = createExchangeGrants(`http://127.0.0.1:${port}/graphql`, contexts);
  });
  after(async () => {
    exchange.closeAllConnections();
    exchange.close();
    await once(exchange, 'close');
  });

  const closed = (error: unknown) =>
    error instanceof Refusal && error.errors[0]?.extensions?.code === 'REFERRAL_NOT_OPEN';

  it('and accepts an answer in time', async () => {
    Object.assign(takes, { beforeHeaders: 0, beforeBody: 0 });
    await grants.requireOpen(REFERRAL, READER, undefined);
  });

  it('and treats an answer that takes longer than 900 ms as a refusal', async () => {
    for (const slow of [
      { beforeHeaders: 1_200, beforeBody: 0 },
      { beforeHeaders: 400, beforeBody: 800 },
    ]) {
      Object.assign(takes, slow);
      const began = performance.now();
      await assert.rejects(grants.requireOpen(REFERRAL, READER, undefined), closed);
      assert.ok(performance.now() - began < 1_150, 'and nobody waits for it longer');
    }
  });

  it('and passes the answer on to subgraphs with its age, without asking again while it is recent', async () => {
    Object.assign(takes, { beforeHeaders: 0, beforeBody: 30 });
    const before = Date.now();
    const lookup = grants.lookUp(REFERRAL, READER);
    assert.equal(lookup.statementFor('police'), null, 'not yet');
    await grants.requireOpen(REFERRAL, READER, lookup);
    const told = lookup.statementFor('police');
    assert.deepEqual(told?.grant, grant);
    assert.ok(told.age >= 30 && told.age < 400, `${told.age}`);
    // Two clocks of whole milliseconds: it may count as a little older than it is, and never as younger.
    assert.ok(told.askedAt >= before - 2 && told.askedAt <= Date.now() - 29, 'counted from the question');
    asked = 0;
    await grants.requireOpen(REFERRAL, READER, lookup);
    assert.equal(asked, 0);
  });

  it('and asks again before a late answer', async () => {
    Object.assign(takes, { beforeHeaders: 0, beforeBody: 0 });
    const lookup = grants.lookUp(REFERRAL, READER);
    lookup.statementFor('police');
    await sleep(450);
    isOpen = false;
    try {
      assert.deepEqual(lookup.latest()?.grant, grant);
      await assert.rejects(grants.requireOpen(REFERRAL, READER, lookup), closed);
      const none = grants.lookUp(REFERRAL, READER);
      none.statementFor('police');
      await sleep(50);
      assert.equal(none.latest()?.grant, null);
      await assert.rejects(grants.requireOpen(REFERRAL, READER, none), closed);
    } finally {
      isOpen = true;
    }
  });

  it('but not where the exchange is asked anyway: its grant comes in a header, and counts from no other subgraph', async () => {
    Object.assign(takes, { beforeHeaders: 0, beforeBody: 0 });
    asked = 0;
    const header = (said: object | null) => Buffer.from(JSON.stringify(said)).toString('base64url');
    const lookup = grants.lookUp(REFERRAL, READER);
    assert.equal(lookup.statementFor('exchange'), null);
    const since = performance.now() - 100;
    lookup.receive('police', header(grant), since);
    lookup.receive('exchange', 'nonsense', since);
    lookup.receive('exchange', header({ purpose: 'JUDICIAL_AID' }), since);
    assert.equal(lookup.latest(), null);
    lookup.receive('exchange', header(grant), since);
    assert.deepEqual(lookup.statementFor('police')?.grant, grant);
    assert.ok((lookup.latest()?.age ?? 0) >= 100, 'as old as the question');
    await grants.requireOpen(REFERRAL, READER, lookup);
    assert.equal(asked, 0);
    lookup.receive('exchange', header(null), since + 50);
    lookup.receive('exchange', header(grant), since);
    assert.equal(lookup.latest()?.grant, null, 'the newest counts');
  });
});
