import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { createNotices } from '../../subgraphs/exchange/relay/deadlines/notices.ts';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { loadReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { createLogger } from '../../subgraphs/kit/server/logger.ts';
import {
  accept,
  acceptedLead,
  createLead,
  freshKey,
  leadInput,
  referredLead,
  sideOf,
  step,
  until,
  untilVersion,
} from '../harness/leads.ts';
import { inventedIdNumber, recordWage } from '../harness/register.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const MISTAKE = { reasonCode: 'RECORDED_BY_MISTAKE' };
const DECLINES = { reasonCode: 'PERSON_DECLINES', text: '本人已获其他救助。' };

describe('steps of a referral', () => {
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;
  let chief: Asker;
  let exchange: Knex;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    chief = await system.people.as('prosecutors.shenyang.chief');
    exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    await recordWage(system.databaseUrls.prosecutors as string);
  });
  after(async () => {
    await exchange.destroy();
    await system.stop();
  });

  const leadOf = async (who: Asker, id: string) => {
    const { aidLead } = await who.ask(operations.LeadReferralDocument, { id });
    assert.ok(aidLead);
    return aidLead;
  };
  const progressOf = async (id: string) => (await officer.ask(operations.LeadProgressDocument, { id })).aidLead;
  const refer = async (aidLeadId: string, expectedVersion?: number) => {
    const { version } = await leadOf(officer, aidLeadId);
    const input = { ...freshKey(), aidLeadId, expectedVersion: expectedVersion ?? version };
    return (await officer.ask(operations.ReferAidLeadDocument, { input })).referAidLead;
  };
  const update = async (aidLeadId: string, changes: Partial<operations.UpdateAidLeadInput>) => {
    const { version } = await leadOf(officer, aidLeadId);
    const input = { ...freshKey(), aidLeadId, expectedVersion: version, ...changes };
    return (await officer.ask(operations.UpdateAidLeadDocument, { input })).updateAidLead;
  };
  const cancel = async (aidLeadId: string, expectedVersion: number, reason = MISTAKE) => {
    const input = { ...freshKey(), aidLeadId, expectedVersion, ...reason };
    return (await officer.ask(operations.CancelAidLeadDocument, { input })).cancelAidLead;
  };
  const conflict = (problems: readonly { code: string; currentStatus?: string }[]) => [
    problems[0]?.code,
    problems[0]?.currentStatus,
  ];
  const received = (aidLeadId: string) =>
    until(
      'received',
      async () => (await leadOf(prosecutor, aidLeadId)).referral?.prosecutorsSide?.status === 'RECEIVED',
    );
  const requestOf = async (who: Asker, aidLeadId: string) => {
    const { referral } = await leadOf(who, aidLeadId);
    return (who === officer ? referral?.womensFederationSide : referral?.prosecutorsSide)?.withdrawalRequest;
  };
  const asked = (aidLeadId: string) =>
    until('the request has arrived', async () => (await requestOf(prosecutor, aidLeadId))?.outcome === 'OPEN');

  describe('what the caller has seen', () => {
    it('of one referral fits no later one of the same lead, on either side', async () => {
      const aidLeadId = await referredLead(system, officer);
      const earlier = await sideOf(prosecutor, aidLeadId);
      const before = await leadOf(officer, aidLeadId);
      await step(prosecutor, aidLeadId, { action: 'RETURN', reasonCode: 'INCOMPLETE' });
      await untilVersion(officer, aidLeadId, 3);
      assert.deepEqual((await refer(aidLeadId)).problems, []);
      await received(aidLeadId);
      const later = await sideOf(prosecutor, aidLeadId);
      assert.equal(later.version, earlier.version, 'the version of a referral begins anew');
      assert.notEqual(later.referralId, earlier.referralId);
      for (const [who, action] of [
        [prosecutor, 'RETURN'],
        [officer, 'WITHDRAW'],
      ] as const) {
        const { problems } = await step(who, aidLeadId, {
          action,
          referralId: earlier.referralId,
          expectedVersion: earlier.version,
          reasonCode: 'OTHER',
          text: '测试。',
        });
        assert.deepEqual(conflict(problems), ['VERSION_CONFLICT', 'RETURNED'], action);
      }
      const { acceptAidLead } = await prosecutor.ask(operations.AcceptAidLeadDocument, {
        input: { ...freshKey(), referralId: earlier.referralId, expectedVersion: earlier.version },
      });
      assert.deepEqual(conflict(acceptAidLead.problems), ['VERSION_CONFLICT', 'RETURNED']);
      const { version } = await leadOf(officer, aidLeadId);
      assert.ok(version > before.version + 1, 'the lead’s own version goes on');
      assert.deepEqual(conflict((await refer(aidLeadId, before.version)).problems), ['VERSION_CONFLICT', 'RECEIVED']);
    });

    it('is one number for all changes of a lead: a correction makes an older one refer nothing', async () => {
      const aidLeadId = await createLead(system, officer);
      assert.deepEqual((await update(aidLeadId, { description: '更正后的情况。' })).problems, []);
      assert.deepEqual(conflict((await refer(aidLeadId, 0)).problems), ['VERSION_CONFLICT', 'DRAFT']);
      assert.deepEqual(conflict((await cancel(aidLeadId, 0)).problems), ['VERSION_CONFLICT', 'DRAFT']);
      assert.deepEqual((await refer(aidLeadId)).problems, []);
    });
  });

  it('a step that the kind does not have is refused, and one that is another role’s', async () => {
    const aidLeadId = await referredLead(system, officer);
    for (const action of ['DANCE', 'ACCEPT', 'RETURN', 'EXPIRE', 'WITHDRAW_DUPLICATE'])
      assert.equal((await step(officer, aidLeadId, { action })).problems[0]?.code, 'ACTION_UNKNOWN', action);
    const leader = await system.people.as('womens-federation.shenyang.leader');
    const [problem] = (await step(leader, aidLeadId, { action: 'WITHDRAW', ...DECLINES })).problems;
    assert.ok(problem?.__typename === 'NotPermitted');
    assert.deepEqual(problem.permitted, ['WOMENS_FEDERATION/officer', 'WOMENS_FEDERATION/supervisor']);
  });

  it('the answer to a step shows the own side after it', async () => {
    const aidLeadId = await referredLead(system, officer);
    const returned = await step(prosecutor, aidLeadId, { action: 'RETURN', reasonCode: 'INCOMPLETE' });
    assert.deepEqual([returned.side?.status, returned.side?.version], ['RETURNED', 3]);
    assert.deepEqual(returned.side?.availableActions, []);
  });

  describe('a correction', () => {
    it('changes a draft, and says which fields, never their values', async () => {
      const aidLeadId = await createLead(system, officer);
      const { caseNumber } = await leadInput(system);
      const { aidLead, problems } = await update(aidLeadId, {
        applicant: { name: '李某花', idNumber: inventedIdNumber(77_001), phone: '13911112222' },
        household: { members: 4, minors: 2, monthlyIncome: '900.00' },
        description: '更正后的情况。',
        caseNumber,
      });
      assert.deepEqual([problems, aidLead?.version, aidLead?.status], [[], 1, 'DRAFT']);
      const query = await officer.ask(operations.LeadChangesDocument, { id: aidLeadId });
      const [change] = query.aidLead?.changes ?? [];
      assert.deepEqual(change?.action, 'CORRECTED');
      assert.deepEqual([...(change?.fields ?? [])].sort(), [
        'applicant',
        'applicantName',
        'applicantPhone',
        'caseNumber',
        'description',
        'household',
      ]);
      assert.equal(query.aidLead?.applicantName, '李某花');
      assert.equal(query.aidLead?.applicantPhone, '13911112222');
      assert.equal(query.aidLead?.household?.members, 4);
      assert.equal(query.aidLead?.caseNumber, caseNumber);
      assert.equal((await update(aidLeadId, { description: '更正后的情况。' })).problems[0]?.code, 'NOTHING_CHANGED');
      assert.deepEqual((await update(aidLeadId, { applicant: { removePhone: true } })).problems, []);
      const after = await officer.ask(operations.LeadChangesDocument, { id: aidLeadId });
      assert.equal(after.aidLead?.applicantPhone, null);
    });

    it('of a returned lead reaches the prosecutors when it is referred again', async () => {
      const aidLeadId = await referredLead(system, officer);
      assert.equal((await update(aidLeadId, { description: '太迟。' })).problems[0]?.code, 'STATUS_CONFLICT');
      await step(prosecutor, aidLeadId, { action: 'RETURN', reasonCode: 'INCOMPLETE' });
      await untilVersion(officer, aidLeadId, 3);
      const lead = await leadOf(officer, aidLeadId);
      assert.deepEqual(lead.availableActions, ['updateAidLead', 'referAidLead']);
      assert.deepEqual((await update(aidLeadId, { description: '补充后的情况。' })).problems, []);
      await refer(aidLeadId);
      await received(aidLeadId);
      const prosecutors = connectDatabase(system.databaseUrls.prosecutors as string, 1);
      const kept = await prosecutors('received_leads').where({ id: aidLeadId }).first('description');
      await prosecutors.destroy();
      assert.equal(kept.description, '补充后的情况。');
    });

    it('is not the prosecutors’, and wrong values are named', async () => {
      const aidLeadId = await createLead(system, officer);
      const input = { ...freshKey(), aidLeadId, expectedVersion: 0, description: '测试。' };
      const { updateAidLead } = await prosecutor.ask(operations.UpdateAidLeadDocument, { input });
      assert.equal(updateAidLead.problems[0]?.code, 'NOT_PERMITTED');
      const wrong = await update(aidLeadId, { household: { members: 1, minors: 2, monthlyIncome: '0' } });
      assert.equal(wrong.problems[0]?.code, 'MINORS_EXCEED_MEMBERS');
      const nobodys = await update(aidLeadId, { caseNumber: '（2023）辽0102刑初99999号' });
      assert.equal(nobodys.problems[0]?.code, 'CASE_UNKNOWN');
    });
  });

  describe('a lead', () => {
    it('is cancelled as a draft, with its reason, and then left alone', async () => {
      const aidLeadId = await createLead(system, officer);
      const other = { reasonCode: 'OTHER' };
      assert.equal((await cancel(aidLeadId, 0, other)).problems[0]?.code, 'REASON_TEXT_REQUIRED');
      const { aidLead, problems } = await cancel(aidLeadId, 0);
      assert.deepEqual([problems, aidLead?.status, aidLead?.availableActions], [[], 'CANCELLED', []]);
      assert.equal((await progressOf(aidLeadId))?.endReason?.code, 'RECORDED_BY_MISTAKE');
      assert.deepEqual(conflict((await refer(aidLeadId)).problems), ['STATUS_CONFLICT', 'CANCELLED']);
      const filter = { status: ['CANCELLED' as const] };
      const { aidLeads } = await officer.ask(operations.LeadInboxDocument, { first: 100, filter });
      assert.ok(aidLeads.edges.some(({ node }) => node.id === aidLeadId));
      const referred = await referredLead(system, officer);
      assert.deepEqual(conflict((await cancel(referred, 2)).problems), ['STATUS_CONFLICT', 'RECEIVED']);
    });

    it('that was withdrawn is referred again, once the exchange has recorded the withdrawal', async () => {
      const aidLeadId = await referredLead(system, officer);
      await system.stopPart('worker');
      await step(officer, aidLeadId, { action: 'WITHDRAW', ...DECLINES });
      assert.deepEqual((await leadOf(officer, aidLeadId)).availableActions, []);
      assert.deepEqual(conflict((await refer(aidLeadId)).problems), ['WITHDRAWAL_UNCONFIRMED', 'WITHDRAWN']);
      await system.startPart('worker');
      await until('recorded', async () => (await leadOf(officer, aidLeadId)).availableActions.length > 0);
      assert.deepEqual((await refer(aidLeadId)).problems, []);
      await received(aidLeadId);
      assert.deepEqual((await accept(prosecutor, aidLeadId)).acceptAidLead.problems, []);
    });

    it('that has expired is referred again; the deadline that nobody kept has lapsed', async () => {
      const aidLeadId = await referredLead(system, officer);
      const { referralId } = await sideOf(officer, aidLeadId);
      const keys = await loadAgencyKeys(system.config.keysFolder, 'HUB');
      const log = createLogger('test', 'fatal');
      await createNotices({ db: exchange, keys, rules: loadReferralRules(), log }).expire(referralId);
      await until('expired', async () => (await progressOf(aidLeadId))?.status === 'EXPIRED');
      const { referral } = await officer.ask(operations.ReferralViewDocument, { id: referralId });
      const [deadline] = referral?.deadlines ?? [];
      assert.deepEqual([deadline?.state, deadline?.doneAt], ['LAPSED', null]);
      assert.ok(deadline?.lapsedAt);
      assert.deepEqual((await refer(aidLeadId)).problems, []);
    });

    it('that was withdrawn leaves a lapsed deadline, one that was returned a done one', async () => {
      const states = async (aidLeadId: string) => {
        const { referralId } = await sideOf(officer, aidLeadId);
        const { referral } = await officer.ask(operations.ReferralViewDocument, { id: referralId });
        return referral?.deadlines.map(({ step, state }) => `${step} ${state}`).join();
      };
      const withdrawn = await referredLead(system, officer);
      await step(officer, withdrawn, { action: 'WITHDRAW', ...DECLINES });
      await until('it has lapsed', async () => (await states(withdrawn)) === 'ACCEPT LAPSED');
      const returned = await referredLead(system, officer);
      await step(prosecutor, returned, { action: 'RETURN', reasonCode: 'INCOMPLETE' });
      await until('it is done', async () => (await states(returned)) === 'ACCEPT DONE');
    });
  });

  describe('a withdrawal that is asked for after acceptance', () => {
    it('reaches the prosecutors with its words, is there once, and ends the lead with its reason when it is agreed to', async () => {
      const { aidLeadId } = await acceptedLead(system, officer, prosecutor);
      await untilVersion(officer, aidLeadId, 3);
      const early = await step(prosecutor, aidLeadId, { action: 'AGREE_WITHDRAWAL' });
      assert.equal(early.problems[0]?.code, 'STATUS_CONFLICT', 'nobody asked yet');
      const request = await step(officer, aidLeadId, { action: 'REQUEST_WITHDRAWAL', ...DECLINES });
      assert.deepEqual(
        [request.problems, request.side?.status, request.side?.withdrawalRequest?.outcome],
        [[], 'ACCEPTED', 'OPEN'],
      );
      const again = await step(officer, aidLeadId, { action: 'REQUEST_WITHDRAWAL', ...DECLINES });
      assert.equal(again.problems[0]?.code, 'STATUS_CONFLICT', 'one is open');
      await asked(aidLeadId);
      assert.deepEqual((await requestOf(prosecutor, aidLeadId))?.reason, {
        code: 'PERSON_DECLINES',
        text: DECLINES.text,
      });
      const agreed = await step(prosecutor, aidLeadId, { action: 'AGREE_WITHDRAWAL' });
      assert.deepEqual([agreed.problems, agreed.side?.status], [[], 'WITHDRAWN']);
      await until('withdrawn', async () => (await progressOf(aidLeadId))?.status === 'WITHDRAWN');
      assert.deepEqual((await progressOf(aidLeadId))?.endReason, { code: 'PERSON_DECLINES', text: DECLINES.text });
      assert.equal((await progressOf(aidLeadId))?.aidCase?.status, 'CLOSED');
      assert.equal((await requestOf(officer, aidLeadId))?.outcome, 'AGREED');
      assert.deepEqual((await refer(aidLeadId)).problems, [], 'and it can be referred again');
    });

    it('is refused with a reason that the federation reads, and then asked for again', async () => {
      const { aidLeadId } = await acceptedLead(system, officer, prosecutor);
      await untilVersion(officer, aidLeadId, 3);
      await step(officer, aidLeadId, { action: 'REQUEST_WITHDRAWAL', ...DECLINES });
      await asked(aidLeadId);
      const bare = await step(prosecutor, aidLeadId, { action: 'REFUSE_WITHDRAWAL' });
      assert.equal(bare.problems[0]?.code, 'REASON_REQUIRED');
      const reason = { reasonCode: 'STILL_IN_NEED', text: '家庭困难仍在。' };
      assert.deepEqual((await step(prosecutor, aidLeadId, { action: 'REFUSE_WITHDRAWAL', ...reason })).problems, []);
      await until('answered', async () => (await requestOf(officer, aidLeadId))?.outcome === 'REFUSED');
      assert.deepEqual((await requestOf(officer, aidLeadId))?.answerReason, {
        code: 'STILL_IN_NEED',
        text: reason.text,
      });
      assert.equal((await progressOf(aidLeadId))?.status, 'ACCEPTED');
      assert.deepEqual((await step(officer, aidLeadId, { action: 'REQUEST_WITHDRAWAL', ...DECLINES })).problems, []);
      await asked(aidLeadId);
    });

    it('is answered before anything is paid; taken back, it no longer stands in the way', async () => {
      const { aidLeadId, aidCaseId } = await acceptedLead(system, officer, prosecutor);
      const at = (expectedVersion: number) => ({ ...freshKey(), aidCaseId, expectedVersion });
      await prosecutor.ask(operations.ProposeAidDocument, { input: { ...at(1), amount: '1000', reason: '测试。' } });
      await chief.ask(operations.DecideAidDocument, { input: { ...at(2), approve: true, reason: '同意。' } });
      await until('under way', async () => (await progressOf(aidLeadId))?.status === 'IN_PROGRESS');
      await step(officer, aidLeadId, { action: 'REQUEST_WITHDRAWAL', ...DECLINES });
      await asked(aidLeadId);
      const pay = async () => {
        const input = { ...at(3), amount: '1000', paidOn: '2026-01-05', voucher: `凭证${aidCaseId.slice(-6)}` };
        const { recordAidPayment } = await prosecutor.ask(operations.RecordAidPaymentDocument, { input });
        return recordAidPayment.problems[0]?.code ?? recordAidPayment.aidCase?.status;
      };
      assert.equal(await pay(), 'WITHDRAWAL_REQUESTED');
      const back = await step(officer, aidLeadId, { action: 'CANCEL_WITHDRAWAL_REQUEST' });
      assert.deepEqual([back.problems, back.side?.withdrawalRequest?.outcome], [[], 'TAKEN_BACK']);
      await until('taken back', async () => (await requestOf(prosecutor, aidLeadId))?.outcome === 'TAKEN_BACK');
      const late = await step(prosecutor, aidLeadId, { action: 'AGREE_WITHDRAWAL' });
      assert.equal(late.problems[0]?.code, 'STATUS_CONFLICT');
      assert.equal(await pay(), 'PAID');
    });

    it('taken back while it is agreed to: the ledger decides, and an aid case that was closed too early goes on', async () => {
      const { aidLeadId } = await acceptedLead(system, officer, prosecutor);
      await untilVersion(officer, aidLeadId, 3);
      await step(officer, aidLeadId, { action: 'REQUEST_WITHDRAWAL', ...DECLINES });
      await asked(aidLeadId);
      await system.stopPart('worker');
      assert.deepEqual((await step(officer, aidLeadId, { action: 'CANCEL_WITHDRAWAL_REQUEST' })).problems, []);
      const agreed = await step(prosecutor, aidLeadId, { action: 'AGREE_WITHDRAWAL' });
      assert.equal(agreed.side?.status, 'WITHDRAWN', 'neither side knows of the other yet');
      await system.startPart('worker');
      const standing = async () => {
        const { referral } = await leadOf(prosecutor, aidLeadId);
        const { aidLead } = await officer.ask(operations.ReferralSidesDocument, { id: aidLeadId });
        const sides = [referral, referral?.prosecutorsSide, referral?.womensFederationSide];
        return [...sides.map((side) => `${side?.status} v${side?.version}`), aidLead?.aidCase?.status];
      };
      await until('all agree', async () => {
        const [ledger, ...sides] = (await standing()).slice(0, 3);
        return ledger !== 'ACCEPTED v4' && sides.every((side) => side === ledger);
      });
      const [ledger, , , aidCase] = await standing();
      const isWithdrawn = ledger?.startsWith('WITHDRAWN');
      assert.equal(aidCase, isWithdrawn ? 'CLOSED' : 'OPENED');
      const { intact, fault } = await verifyLedger(exchange);
      assert.deepEqual([intact, fault], [true, null]);
    });

    it('overtaken by steps of the prosecutors is asked for behind them, and theirs behind it', async () => {
      const { aidLeadId, aidCaseId } = await acceptedLead(system, officer, prosecutor);
      await untilVersion(officer, aidLeadId, 3);
      await system.stopPart('worker');
      const at = (expectedVersion: number) => ({ ...freshKey(), aidCaseId, expectedVersion });
      await step(officer, aidLeadId, { action: 'REQUEST_WITHDRAWAL', ...DECLINES });
      await prosecutor.ask(operations.RequestAidMaterialsDocument, { input: { ...at(1), materials: ['证明'] } });
      await prosecutor.ask(operations.RecordAidMaterialsDocument, { input: at(2) });
      await system.startPart('worker');
      await until('all three are in the ledger', async () => {
        const { referral } = await leadOf(officer, aidLeadId);
        const sides = [referral, referral?.prosecutorsSide, referral?.womensFederationSide];
        return sides.every((side) => side?.version === 6 && side.status === 'IN_PROGRESS');
      });
      assert.equal((await requestOf(prosecutor, aidLeadId))?.outcome, 'OPEN');
      assert.equal((await requestOf(officer, aidLeadId))?.outcome, 'OPEN');
    });
  });
});
