import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { HUANG, HUANG_CASE } from '../../../demo/story/characters.ts';
import type { Asker } from '../../../demo/story/people.ts';
import * as operations from '../../../schema/generated/operations.ts';
import { createDirect, type Direct } from '../../harness/attack/direct.ts';
import { createLead, freshKey, referralOf, untilVersion } from '../../harness/leads.ts';
import { startSystem, type TestSystem } from '../../harness/system.ts';

describe('an exchange that looks at once and answers late', () => {
  let system: TestSystem;
  let prosecutor: Asker;
  let referral: string;
  let lateMs = 0;
  let direct: Direct;
  /** Between the police, or the gateway, and the exchange: what the exchange says comes later. */
  const way = createServer(async (asked, answer) => {
    const context = asked.headers['x-casegraph-context'];
    const { statusCode, headers, body } = await request(`${system.config.urls.exchange}${asked.url}`, {
      method: 'POST',
      headers: { 'content-type': asked.headers['content-type'] ?? '', 'x-casegraph-context': context ?? '' },
      body: asked,
    });
    const text = await body.text();
    await sleep(lateMs);
    answer.writeHead(statusCode, { 'content-type': String(headers['content-type']) }).end(text);
  });

  before(async () => {
    system = await startSystem({ demo: { cases: 60, leads: 20 } });
    way.listen(0, '127.0.0.1');
    await once(way, 'listening');
    await system.stopPart('police');
    await system.startPart('police', { exchange: `http://127.0.0.1:${(way.address() as AddressInfo).port}` });
    direct = createDirect(system);
    const officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    const aidLeadId = await createLead(system, officer, {
      applicant: { name: HUANG.name, idNumber: HUANG.idNumber },
      caseNumber: HUANG_CASE.courtNumber,
    });
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    await untilVersion(officer, aidLeadId, 2);
    referral = await referralOf(prosecutor, aidLeadId);
  });
  after(async () => {
    await system.stop();
    way.closeAllConnections();
    way.close();
    await once(way, 'close');
  });

  /** By the gateway, which has the exchange's word in time and passes it on. */
  const byGateway = () => prosecutor.under(referral).answer(operations.PersonDocument, { idNumber: HUANG.idNumber });
  /** By another router, which asks for no word: the police have to ask. */
  const byRouter = () =>
    direct.ask<{ person: { identity: { name: string } | null } | null }>(
      'police',
      'query ($idNumber: ResidentIdNumber!) { person(idNumber: $idNumber) { identity { name } } }',
      { idNumber: HUANG.idNumber },
      {
        sub: 'prosecutors.shenyang.prosecutor',
        username: 'prosecutors.shenyang.prosecutor',
        agency: 'PROSECUTORS',
        referral,
      },
    );

  it('lets nothing leave that only its late word opened', async () => {
    assert.equal((await byRouter()).data?.person?.identity?.name, HUANG.name, 'in time it does');
    lateMs = 1_100;
    // Until the word that came in time holds no more.
    await sleep(850);
    const { data, errors } = await byRouter();
    assert.equal(data?.person?.identity ?? null, null);
    assert.ok(errors?.some(({ extensions }) => /^REFERRAL_(UNCONFIRMED|NOT_OPEN)$/.test(String(extensions?.code))));
    lateMs = 0;
    assert.equal((await byRouter()).data?.person?.identity?.name, HUANG.name, 'and again');
  });

  it('lets nothing leave where its word is late at the gateway too', async () => {
    const exchange = `http://127.0.0.1:${(way.address() as AddressInfo).port}`;
    await system.stopPart('gateway');
    await system.startPart('gateway', { exchange });
    assert.equal((await byGateway()).data?.person?.identity?.name, HUANG.name, 'in time it does');
    lateMs = 1_100;
    await sleep(850);
    const { data, errors } = await byGateway();
    assert.equal(data?.person?.identity ?? null, null);
    assert.ok(errors?.some(({ extensions }) => /^REFERRAL_(UNCONFIRMED|NOT_OPEN)$/.test(String(extensions?.code))));
    lateMs = 0;
    assert.equal((await byGateway()).data?.person?.identity?.name, HUANG.name, 'and again');
  });
});
