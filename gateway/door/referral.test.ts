import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createContextSigner } from '../context/signedContext.ts';
import type { Viewer } from '../viewer.ts';
import { createReferrals, type Referrals } from './referral.ts';
import { Refusal } from './refusal.ts';

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
const REFERRAL = '019f0000-0000-7000-8000-000000000000';

describe('the gateway’s own question whether a referral is open', () => {
  const takes = { beforeHeaders: 0, beforeBody: 0 };
  // Where the exchange would be: it sees an open referral at once, and says so late.
  const exchange = createServer((_request, response) => {
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
      const body = JSON.stringify({ data: { referralWindow: { referralId: REFERRAL } } });
      setTimeout(() => response.end(body), takes.beforeBody);
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
    await referrals.requireOpen(REFERRAL, VIEWER);
  });

  it('counts as refused where the answer takes longer than 900 ms as a whole', async () => {
    for (const slow of [
      { beforeHeaders: 1_200, beforeBody: 0 },
      { beforeHeaders: 400, beforeBody: 800 },
    ]) {
      Object.assign(takes, slow);
      const began = performance.now();
      await assert.rejects(referrals.requireOpen(REFERRAL, VIEWER), closed);
      assert.ok(performance.now() - began < 1_150, 'and nobody waits for it longer');
    }
  });
});
