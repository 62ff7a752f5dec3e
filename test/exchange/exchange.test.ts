import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { createNotices } from '../../subgraphs/exchange/relay/deadlines/notices.ts';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import { type AgencyKeys, loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { nextWorkingMoment } from '../../subgraphs/kit/formats/workingHours.ts';
import { type Envelope, type EnvelopeHeader, sealEnvelope } from '../../subgraphs/kit/referrals/envelope.ts';
import { signStamp } from '../../subgraphs/kit/referrals/relayStamp.ts';
import { loadReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { createLogger } from '../../subgraphs/kit/server/logger.ts';
import { accept, createLead, freshKey, referralOf, referredLead, sideOf, step, until } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('the exchange', () => {
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;
  let operator: Asker;
  let keys: AgencyKeys;
  let exchange: Knex;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    operator = await system.people.as('hub.operator');
    keys = await loadAgencyKeys(system.config.keysFolder, 'WOMENS_FEDERATION');
    exchange = connectDatabase(system.databaseUrls.exchange as string, 2);
  });
  after(async () => {
    await exchange.destroy();
    await system.stop();
  });

  const header = (changes: Partial<EnvelopeHeader> = {}): Omit<EnvelopeHeader, 'bodyDigest'> => ({
    id: uuidv7(),
    referral: uuidv7(),
    kind: 'JUDICIAL_AID_LEAD',
    action: 'SEND',
    from: 'WOMENS_FEDERATION',
    to: 'PROSECUTORS',
    version: 1,
    case: null,
    persons: [],
    region: '210102',
    parent: null,
    subject: uuidv7(),
    reason: null,
    note: null,
    actor: { username: 'test', role: 'officer' },
    at: new Date().toISOString(),
    ...changes,
  });
  const handIn = async (envelope: Envelope) => {
    const response = await fetch(`${system.config.urls.exchange}/envelopes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(envelope),
    });
    return { status: response.status, body: (await response.json()) as { code?: string } };
  };
  /** Refused, not in the ledger, and seen by the operator. */
  async function refused(envelope: Envelope, code: string) {
    const entries = (await verifyLedger(exchange)).entries;
    const { status, body } = await handIn(envelope);
    assert.ok(status === 422 || status === 409, `status ${status}`);
    assert.equal(body.code, code);
    assert.equal((await verifyLedger(exchange)).entries, entries);
    await until('the operator sees it', async () => {
      const { refusedEnvelopes } = await operator.ask(operations.RefusedEnvelopesDocument, { first: 1 });
      return refusedEnvelopes[0]?.code === code;
    });
  }

  it('refuses an envelope with a bad signature', async () => {
    const { jws, jwe } = await sealEnvelope(header(), {}, keys);
    const [protectedHeader, payload] = jws.split('.');
    const other = (await sealEnvelope(header(), {}, keys)).jws.split('.')[2];
    await refused({ jws: `${protectedHeader}.${payload}.${other}`, jwe }, 'BAD_SIGNATURE');
  });

  it('counts envelopes without a valid signature, in one row for each sender, network, reason and day', async () => {
    const refusals = async () => {
      const counts: { count: string }[] = await exchange('refused_envelopes').select('count');
      return { rows: counts.length, envelopes: counts.reduce((sum, { count }) => sum + Number(count), 0) };
    };
    const { jws, jwe } = await sealEnvelope(header(), {}, keys);
    const before = await refusals();
    const named = (kid: string) => `${Buffer.from(JSON.stringify({ alg: 'ES256', kid })).toString('base64url')}.e30.AA`;
    const forged = Array.from({ length: 120 }, (_, index) => [
      { jws: `${jws.slice(0, -8)}AAAAAAAA`, jwe },
      { jws: named(`NOBODY_${index}`), jwe },
      { jws: `nonsense ${index}`, jwe },
    ]).flat();
    const answers = await Promise.all(forged.map(handIn));
    assert.ok(answers.every(({ status }) => status === 422));
    await until('all are counted', async () => {
      const now = await refusals();
      return now.envelopes - before.envelopes === forged.length;
    });
    assert.ok((await refusals()).rows - before.rows <= 3, 'not one by one');
    const { refusedEnvelopes } = await operator.ask(operations.RefusedEnvelopesDocument, { first: 3 });
    for (const code of ['BAD_SIGNATURE', 'UNKNOWN_SENDER', 'MALFORMED']) {
      const row = refusedEnvelopes.find((each) => each.code === code);
      assert.ok(row && row.count >= 120, code);
      assert.equal(row.network, '127.0.0.1');
      assert.equal(
        row.from,
        code === 'BAD_SIGNATURE' ? 'WOMENS_FEDERATION' : null,
        'a name that anybody invents is not kept',
      );
    }
  });

  it('refuses an envelope whose body was exchanged', async () => {
    const { jws } = await sealEnvelope(header(), {}, keys);
    const { jwe } = await sealEnvelope(header(), { other: true }, keys);
    await refused({ jws, jwe }, 'BAD_SIGNATURE');
  });

  it('refuses an envelope that one agency signs in another’s name', async () => {
    await refused(await sealEnvelope(header({ from: 'COURTS' }), {}, keys), 'BAD_SIGNATURE');
  });

  it('refuses an unknown kind, an unknown sender, a wrong receiver, and what is no envelope', async () => {
    await refused(await sealEnvelope(header({ kind: 'TEA_PARTY' }), {}, keys), 'UNKNOWN_KIND');
    await refused(await sealEnvelope(header({ from: 'NOBODY' }), {}, keys), 'UNKNOWN_SENDER');
    await refused(await sealEnvelope(header({ to: 'COURTS' }), {}, keys), 'WRONG_RECEIVER');
    await refused({ jws: 'nonsense', jwe: '' }, 'MALFORMED');
    await refused(await sealEnvelope({ ...header(), region: 'Shenyang' }, {}, keys), 'MALFORMED');
  });

  it('refuses a kind that the sender may not send', async () => {
    await refused(await sealEnvelope(header({ kind: 'INDICTMENT', to: 'COURTS' }), {}, keys), 'NOT_PERMITTED');
  });

  it('refuses a broken order, and asks again for a step whose predecessor is missing', async () => {
    const aidLeadId = await referredLead(system, officer);
    const referral = await referralOf(officer, aidLeadId);
    const later = { referral, subject: aidLeadId };
    await refused(
      await sealEnvelope(header({ ...later, action: 'ACKNOWLEDGE', version: 3 }), {}, keys),
      'BROKEN_ORDER',
    );
    await refused(await sealEnvelope(header({ ...later, action: 'SEND', version: 1 }), {}, keys), 'BROKEN_ORDER');
    await refused(await sealEnvelope(header({ ...later, action: 'ACCEPT', version: 3 }), {}, keys), 'BROKEN_ORDER');
    const early = await handIn(await sealEnvelope(header({ ...later, action: 'ACKNOWLEDGE', version: 9 }), {}, keys));
    assert.deepEqual([early.status, early.body.code], [425, 'EARLIER_STEP_MISSING']);
  });

  it('takes the same envelope twice and enters it once', async () => {
    const envelope = await sealEnvelope(header(), { nothing: 'readable' }, keys);
    assert.equal((await handIn(envelope)).status, 202);
    const { entries } = await verifyLedger(exchange);
    assert.equal((await handIn(envelope)).status, 202);
    const found = await exchange('ledger').where({ jws: envelope.jws });
    assert.equal(found.length, 1);
    assert.ok((await verifyLedger(exchange)).entries >= entries);
  });

  it('takes an envelope with ids in capitals, and its ledger verifies with all signatures', async () => {
    const ids = header();
    const envelope = await sealEnvelope(
      { ...ids, id: ids.id.toUpperCase(), referral: ids.referral.toUpperCase(), subject: ids.subject.toUpperCase() },
      {},
      keys,
    );
    assert.equal((await handIn(envelope)).status, 202);
    const { intact, fault } = await verifyLedger(exchange, { keys });
    assert.deepEqual([intact, fault], [true, null]);
    await until('its delivery was tried', async () => {
      const delivery = await exchange('deliveries').where({ referralId: ids.referral }).first('state', 'attempts');
      return delivery?.state !== 'RELAYED' || delivery.attempts > 0;
    });
  });

  it('decides a race by the ledger: a withdrawal that came first takes the acceptance back', async () => {
    const aidLeadId = await referredLead(system, officer);
    await system.stopPart('worker');
    const withdrawn = await step(officer, aidLeadId, { action: 'WITHDRAW', reasonCode: 'PERSON_DECLINES' });
    assert.equal(withdrawn.side?.status, 'WITHDRAWN');
    const accepted = await accept(prosecutor, aidLeadId);
    assert.equal(accepted.acceptAidLead.aidCase?.status, 'OPENED', 'neither side knows of the other yet');
    await system.startPart('worker');
    const sides = () => prosecutor.ask(operations.ReferralSidesDocument, { id: aidLeadId });
    await until('both sides and the ledger agree', async () => {
      const { aidLead } = await sides();
      const statuses = [
        aidLead?.referral?.status,
        aidLead?.referral?.prosecutorsSide?.status,
        aidLead?.referral?.womensFederationSide?.status,
      ];
      return new Set(statuses).size === 1 && statuses[0] !== 'RECEIVED';
    });
    const { aidLead } = await sides();
    const won = aidLead?.referral?.status;
    assert.ok(won === 'WITHDRAWN' || won === 'ACCEPTED', `${won}`);
    if (won === 'WITHDRAWN')
      await until('the aid case ends', async () => (await sides()).aidLead?.aidCase?.status === 'CLOSED');
    assert.equal((await verifyLedger(exchange, { keys })).intact, true);
  });

  it('repeats a withdrawal that a receipt overtook, so that the officer’s word holds', async () => {
    await system.stopPart('worker');
    // Deliveries to the federation go nowhere: it does not learn that the prosecutors have received the lead.
    await system.startPart('worker', { 'womens-federation': 'http://127.0.0.1:9' });
    const aidLeadId = await createLead(system, officer);
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    const statuses = async () => {
      const { aidLead } = await prosecutor.ask(operations.ReferralSidesDocument, { id: aidLeadId });
      return [
        aidLead?.referral?.womensFederationSide?.status,
        aidLead?.referral?.status,
        aidLead?.referral?.prosecutorsSide?.status,
      ];
    };
    await until('received by the prosecutors only', async () => (await statuses()).join() === 'SENT,RECEIVED,RECEIVED');
    const { side } = await step(officer, aidLeadId, {
      action: 'WITHDRAW',
      reasonCode: 'OTHER',
      text: '本人撤回申请。',
    });
    assert.equal(side?.status, 'WITHDRAWN');
    await until(
      'refused, since the receipt was first',
      async () => (await statuses()).join() === 'SENT,RECEIVED,RECEIVED',
    );
    await system.stopPart('worker');
    await system.startPart('worker');
    await until('withdrawn everywhere', async () => (await statuses()).join() === 'WITHDRAWN,WITHDRAWN,WITHDRAWN');
    const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
    assert.deepEqual(aidLead?.endReason, { code: 'OTHER', text: '本人撤回申请。' });
  });

  it('waits for a step that was overtaken on its way, and loses none of them', async () => {
    await system.stopPart('worker');
    await system.startPart('worker', { 'womens-federation': 'http://127.0.0.1:9' });
    const aidLeadId = await createLead(system, officer);
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    const referral = async () => exchange('referrals').where({ subjectId: aidLeadId }).first();
    await until('received by the prosecutors only', async () => (await referral())?.version === 2);
    await accept(prosecutor, aidLeadId);
    await until('accepted in the ledger', async () => (await referral())?.version === 3);
    await system.stopPart('worker');
    // The federation knows of nothing yet and withdraws; then the acceptance arrives before the receipt.
    await step(officer, aidLeadId, { action: 'WITHDRAW', reasonCode: 'PERSON_DECLINES' });
    const hubKeys = await loadAgencyKeys(system.config.keysFolder, 'HUB');
    const entries = await exchange('ledger')
      .join('deliveries', 'deliveries.envelope_id', 'ledger.envelope_id')
      .where({ 'ledger.referral_id': (await referral()).id, 'ledger.to_agency': 'WOMENS_FEDERATION' })
      .orderBy('ledger.seq', 'desc')
      .select('ledger.*', 'deliveries.jwe');
    const handOver = async ({ envelopeId: envelope, jws, jwe, seq: sequence, hash }: (typeof entries)[number]) => {
      const stamp = await signStamp({ envelope, to: 'WOMENS_FEDERATION', sequence, hash }, hubKeys);
      const response = await fetch(`${system.config.urls['womens-federation']}/inbox`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jws, jwe, stamp }),
      });
      return response.status;
    };
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['ACCEPT', 'RECEIVE'],
    );
    assert.equal(await handOver(entries[0]), 425, 'the acceptance waits');
    assert.equal(await handOver(entries[1]), 200);
    await system.startPart('worker');
    await until('accepted on all sides', async () => {
      const { aidLead } = await prosecutor.ask(operations.ReferralSidesDocument, { id: aidLeadId });
      const { womensFederationSide, prosecutorsSide, status } = aidLead?.referral ?? {};
      return [womensFederationSide?.status, prosecutorsSide?.status, status].join() === 'ACCEPTED,ACCEPTED,ACCEPTED';
    });
    const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
    assert.deepEqual(
      [(await sideOf(officer, aidLeadId)).version, aidLead?.endReason],
      [3, null],
      'nothing is left of the withdrawal that came too late',
    );
  });

  it('reminds, says overdue, orders supervision and at last expires what nobody answers', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { id } = await exchange('referrals').where({ subjectId: aidLeadId }).first('id');
    const history = async () => {
      const { referral } = await officer.ask(operations.ReferralViewDocument, { id });
      return referral?.history.map((event) => event.action) ?? [];
    };
    // Notices go out in working hours, so they are given as if it were the next of them.
    const rules = loadReferralRules();
    const now = nextWorkingMoment(new Date(), rules.escalation.hours);
    const notices = createNotices({
      db: exchange,
      keys: await loadAgencyKeys(system.config.keysFolder, 'HUB'),
      rules,
      log: createLogger('test', 'silent'),
      now: () => now,
    });
    const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
    for (const [notice, started, due] of [
      ['REMIND', days(5), days(-1)],
      ['OVERDUE', days(9), days(1)],
      ['SUPERVISE', days(30), days(20)],
    ] as const) {
      await exchange('referral_deadlines')
        .where({ referralId: id, step: 'ACCEPT' })
        .update({ startedAt: started, dueAt: due });
      await notices.escalate(id, 'ACCEPT');
      await until(notice, async () => (await history()).includes(notice));
    }
    const overdue = await officer.ask(operations.ReferralsDocument, { filter: { overdue: true } });
    assert.ok(overdue.referrals.edges.some(({ node }) => node.id === id));
    await exchange.raw('update graphile_worker._private_jobs set run_at = now() where key = ?', [`expire:${id}`]);
    await until('expired at the sender', async () => {
      const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
      return aidLead?.status === 'EXPIRED';
    });
    await until('expired at the receiver', async () => {
      const { referral } = await prosecutor.ask(operations.ReferralSideOfProsecutorsDocument, { id });
      return referral?.prosecutorsSide?.status === 'EXPIRED';
    });
  });

  it('counts the term of acceptance in working days, and pauses the term of review while materials are awaited', async () => {
    const aidLeadId = await referredLead(system, officer);
    const accepted = await accept(prosecutor, aidLeadId);
    const aidCaseId = accepted.acceptAidLead.aidCase?.id as string;
    const { id } = await exchange('referrals').where({ subjectId: aidLeadId }).first('id');
    const finish = async () => {
      const { referral } = await prosecutor.ask(operations.ReferralViewDocument, { id });
      return referral?.deadlines.find(({ step }) => step === 'FINISH');
    };
    await until('the term runs', async () => (await finish())?.paused === false);
    const before = await finish();
    await prosecutor.ask(operations.RequestAidMaterialsDocument, {
      input: { ...freshKey(), aidCaseId, expectedVersion: 1, materials: ['证明'] },
    });
    await until('the term pauses', async () => (await finish())?.paused === true);
    // The materials were asked for two weeks ago.
    const earlier = new Date(Date.now() - 14 * 86_400_000);
    await exchange('referral_deadlines').where({ referralId: id, step: 'FINISH' }).update({ pausedAt: earlier });
    await prosecutor.ask(operations.RecordAidMaterialsDocument, {
      input: { ...freshKey(), aidCaseId, expectedVersion: 2 },
    });
    await until('the term goes on', async () => (await finish())?.paused === false);
    const gained = new Date((await finish())?.dueAt as string).getTime() - new Date(before?.dueAt as string).getTime();
    assert.ok(
      gained >= 9 * 86_400_000,
      `two weeks on hold move the term by about ten working days, not ${gained / 86_400_000} days`,
    );
  });

  it('offers each side what it can do now, and the other side something else', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { id } = await exchange('referrals').where({ subjectId: aidLeadId }).first('id');
    const offered = async (who: Asker) => {
      const { referral } = await who.ask(operations.ReferralActionsDocument, { id });
      const sides = [referral?.womensFederationSide, referral?.prosecutorsSide];
      return sides.flatMap((side) => side?.availableActions.map(({ action }) => action) ?? []).sort();
    };
    assert.deepEqual(await offered(officer), ['ENTERED_IN_ERROR', 'WITHDRAW']);
    assert.deepEqual(await offered(prosecutor), ['ACCEPT', 'REFER_ONWARD', 'RETURN']);
  });

  it('finds a changed, a removed and a cut-off entry of its ledger', async () => {
    const { intact, entries } = await verifyLedger(exchange);
    assert.ok(intact && entries > 5);
    const attempt = async (harm: (tx: Knex.Transaction) => Promise<unknown>) => {
      const tx = await exchange.transaction();
      try {
        await harm(tx);
        return await verifyLedger(tx);
      } finally {
        await tx.rollback();
      }
    };
    const changed = await attempt((tx) => tx('ledger').where({ seq: 3 }).update({ username: 'somebody else' }));
    assert.deepEqual([changed.intact, changed.firstBad], [false, 3]);
    const cut = await attempt(async (tx) => {
      await tx.raw('delete from deliveries where seq = ?', [entries]);
      await tx('ledger').where({ seq: entries }).delete();
    });
    assert.deepEqual([cut.intact, cut.firstBad], [false, entries]);
    const removed = await attempt(async (tx) => {
      await tx.raw('delete from deliveries where seq = 2');
      await tx('ledger').where({ seq: 2 }).delete();
    });
    assert.deepEqual([removed.intact, removed.firstBad], [false, 3]);
  });
});
