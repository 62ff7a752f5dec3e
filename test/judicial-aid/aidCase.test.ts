import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { subgraph as prosecutors } from '../../subgraphs/prosecutors/index.ts';
import { accept, acceptedLead, freshKey, leadInput, referralOf, referredLead, step, until } from '../harness/leads.ts';
import { recordWage } from '../harness/register.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('what can go wrong with an aid case', () => {
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;
  let chief: Asker;

  before(async () => {
    system = await startSystem();
    await recordWage(system.databaseUrls.prosecutors as string);
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    chief = await system.people.as('prosecutors.shenyang.chief');
  });
  after(() => system.stop());

  it('an amount of zero, below zero, with three decimals, or above the cap without approval is refused', async () => {
    const { aidCaseId } = await acceptedLead(system, officer, prosecutor);
    const propose = async (amount: string, excess?: operations.AidExcessInput) => {
      const { proposeAid } = await prosecutor.ask(operations.ProposeAidDocument, {
        input: { ...freshKey(), aidCaseId, expectedVersion: 1, amount, reason: '测试。', ...(excess && { excess }) },
      });
      return proposeAid.problems[0]?.code ?? 'done';
    };
    assert.equal(await propose('0'), 'MONEY_NOT_POSITIVE');
    assert.equal(await propose('-5'), 'MONEY_NOT_POSITIVE');
    assert.equal(await propose('10.005'), 'MONEY_DECIMALS');
    assert.equal(await propose('eighty'), 'MONEY_FORMAT');
    assert.equal(await propose('298800.01'), 'AMOUNT_ABOVE_CAP');
    const excess = { approvalDocument: '辽检救助批〔2026〕1号', courtAward: '350000' };
    assert.equal(await propose('350000.01', excess), 'AMOUNT_ABOVE_COURT_AWARD');
    assert.equal(await propose('298800.01', excess), 'done');
  });

  it('a proposal not to aid has a reason and no amount, and one to aid has an amount', async () => {
    const { aidCaseId } = await acceptedLead(system, officer, prosecutor);
    const propose = async (changes: Partial<operations.ProposeAidInput>) => {
      const { proposeAid } = await prosecutor.ask(operations.ProposeAidDocument, {
        input: { ...freshKey(), aidCaseId, expectedVersion: 1, reason: '不符合救助条件。', ...changes },
      });
      const [problem] = proposeAid.problems;
      if (!problem) return proposeAid.aidCase?.status;
      return [problem.code, problem.__typename === 'InvalidInput' && problem.path.join('.')].join(' ');
    };
    const excess = { approvalDocument: '辽检救助批〔2026〕1号', courtAward: '350000' };
    assert.equal(await propose({}), 'AMOUNT_REQUIRED input.amount');
    assert.equal(await propose({ amount: null }), 'AMOUNT_REQUIRED input.amount');
    assert.equal(await propose({ aid: false, amount: '1000' }), 'AMOUNT_WITHOUT_AID input.amount');
    assert.equal(await propose({ aid: false, amount: '0' }), 'AMOUNT_WITHOUT_AID input.amount');
    assert.equal(await propose({ aid: false, excess }), 'AMOUNT_WITHOUT_AID input.excess');
    assert.equal(await propose({ aid: false, reason: ' ' }), 'REQUIRED input.reason');
    assert.equal(await propose({ aid: false }), 'PROPOSED');
  });

  it('that no aid is given is proposed, decided by somebody else, fed back, and leaves her free to be aided later', async () => {
    const input = await leadInput(system);
    const same = { applicant: input.applicant, caseNumber: input.caseNumber };
    const { aidLeadId, aidCaseId } = await acceptedLead(system, officer, prosecutor, same);
    const at = (expectedVersion: number) => ({ ...freshKey(), aidCaseId, expectedVersion });
    const refuse = { aid: false, reason: '损失已经获得赔偿。' };
    await prosecutor.ask(operations.ProposeAidDocument, { input: { ...at(1), ...refuse } });
    const decide = async (who: Asker, expectedVersion: number) => {
      const { decideAid } = await who.ask(operations.DecideAidDocument, {
        input: { ...at(expectedVersion), approve: true, reason: '同意不予救助。' },
      });
      return decideAid.problems[0]?.code ?? decideAid.aidCase?.status;
    };
    assert.equal(await decide(prosecutor, 2), 'NOT_PERMITTED');
    assert.equal(await decide(chief, 2), 'REJECTED');
    const { concludeAidLead } = await prosecutor.ask(operations.ConcludeAidLeadDocument, {
      input: { ...at(3), feedback: '经审查不符合救助条件。' },
    });
    assert.equal(concludeAidLead.aidCase?.status, 'CLOSED');
    await until('the feedback is there', async () => {
      const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
      return aidLead?.feedback != null;
    });
    const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
    assert.deepEqual([aidLead?.feedback?.aided, aidLead?.feedback?.amount], [false, null]);
    assert.deepEqual(aidLead?.aidCase?.proposal, { aid: false, amount: null, exceedsCap: false });
    assert.deepEqual(aidLead?.aidCase?.decision, { approved: true, amount: null, reason: '同意不予救助。' });
    const notes = aidLead?.referral?.history?.map(({ note }) => note).filter((note) => note !== null);
    assert.deepEqual(notes, ['PROPOSED_NO_AID', 'REJECTED']);
    const later = await acceptedLead(system, officer, prosecutor, same);
    assert.notEqual(later.aidCaseId, aidCaseId);
  });

  it('a proposal not to aid that is not approved puts the case back under review, where it still counts as hers', async () => {
    const input = await leadInput(system);
    const same = { applicant: input.applicant, caseNumber: input.caseNumber };
    const { aidCaseId } = await acceptedLead(system, officer, prosecutor, same);
    const at = (expectedVersion: number) => ({ ...freshKey(), aidCaseId, expectedVersion });
    await prosecutor.ask(operations.ProposeAidDocument, { input: { ...at(1), aid: false, reason: '不符合条件。' } });
    const { decideAid } = await chief.ask(operations.DecideAidDocument, {
      input: { ...at(2), approve: false, reason: '困难属实，请重新审查。' },
    });
    assert.equal(decideAid.aidCase?.status, 'UNDER_REVIEW');
    const second = await referredLead(system, officer, same);
    const { acceptAidLead } = await accept(prosecutor, second);
    assert.equal(acceptAidLead.problems[0]?.code, 'AID_ALREADY_GIVEN');
    await prosecutor.ask(operations.ProposeAidDocument, { input: { ...at(3), amount: '1000', reason: '困难属实。' } });
    const { decideAid: approved } = await chief.ask(operations.DecideAidDocument, {
      input: { ...at(4), approve: true, reason: '同意。' },
    });
    assert.equal(approved.aidCase?.status, 'APPROVED');
  });

  it('the database takes no approved amount without a proposed one, and no proposal without its reason', async () => {
    const { aidCaseId } = await acceptedLead(system, officer, prosecutor);
    const db = connectDatabase(system.databaseUrls.prosecutors as string, 1);
    const update = (changes: object) => db('aid_cases').where({ id: aidCaseId }).update(changes);
    const proposal = { proposedAt: new Date(), proposedBy: 'one', proposalReason: '不符合条件。' };
    const approval = { approved: true, approvedAmount: '1000.00', decidedBy: 'another', decidedAt: new Date() };
    try {
      await assert.rejects(update({ ...proposal, ...approval }), /amount_is_approved_where_aid_is/);
      await assert.rejects(update({ ...proposal, exceedsCap: true }), /no_excess_without_an_amount/);
      await assert.rejects(update({ ...proposal, proposalReason: null }), /proposal_has_a_reason/);
      assert.equal(await update({ ...proposal, ...approval, approvedAmount: null }), 1);
    } finally {
      await db.destroy();
    }
  });

  it('whoever proposes does not decide, and only a supervisor decides', async () => {
    const { aidCaseId } = await acceptedLead(system, officer, prosecutor);
    await chief.ask(operations.ProposeAidDocument, {
      input: { ...freshKey(), aidCaseId, expectedVersion: 1, amount: '1000', reason: '测试。' },
    });
    const decide = async (who: Asker) => {
      const { decideAid } = await who.ask(operations.DecideAidDocument, {
        input: { ...freshKey(), aidCaseId, expectedVersion: 2, approve: true, reason: '同意。' },
      });
      return decideAid.problems[0]?.code ?? 'done';
    };
    assert.equal(await decide(prosecutor), 'NOT_PERMITTED');
    assert.equal(await decide(chief), 'FOUR_EYES');
  });

  it('payments never exceed what was approved, and in parts they add up', async () => {
    const { aidCaseId } = await acceptedLead(system, officer, prosecutor);
    await prosecutor.ask(operations.ProposeAidDocument, {
      input: { ...freshKey(), aidCaseId, expectedVersion: 1, amount: '1000', reason: '测试。' },
    });
    await chief.ask(operations.DecideAidDocument, {
      input: { ...freshKey(), aidCaseId, expectedVersion: 2, approve: true, reason: '同意。' },
    });
    const pay = async (amount: string, expectedVersion: number, paidOn = '2026-01-05') => {
      const { recordAidPayment } = await prosecutor.ask(operations.RecordAidPaymentDocument, {
        input: { ...freshKey(), aidCaseId, expectedVersion, amount, paidOn, voucher: `凭证${expectedVersion}` },
      });
      return recordAidPayment.problems[0]?.code ?? recordAidPayment.aidCase?.status;
    };
    assert.equal(await pay('1000.01', 3), 'AMOUNT_ABOVE_APPROVED');
    assert.equal(await pay('1000', 3, '2199-01-01'), 'DATE_IN_FUTURE');
    assert.equal(await pay('400.50', 3), 'APPROVED');
    assert.equal(await pay('600', 4), 'AMOUNT_ABOVE_APPROVED');
    assert.equal(await pay('599.50', 4), 'PAID');
  });

  it('a voucher is recorded once for an aid case, however it is typed', async () => {
    const { aidCaseId } = await acceptedLead(system, officer, prosecutor);
    await prosecutor.ask(operations.ProposeAidDocument, {
      input: { ...freshKey(), aidCaseId, expectedVersion: 1, amount: '1000', reason: '测试。' },
    });
    await chief.ask(operations.DecideAidDocument, {
      input: { ...freshKey(), aidCaseId, expectedVersion: 2, approve: true, reason: '同意。' },
    });
    const pay = async (voucher: string, expectedVersion: number) => {
      const { recordAidPayment } = await prosecutor.ask(operations.RecordAidPaymentDocument, {
        input: { ...freshKey(), aidCaseId, expectedVersion, amount: '300', paidOn: '2026-01-05', voucher },
      });
      const [problem] = recordAidPayment.problems;
      return problem?.code ?? recordAidPayment.aidCase?.status;
    };
    assert.equal(await pay('沈财付 2026-001a', 3), 'APPROVED');
    for (const same of [
      '沈财付 2026-001a',
      '沈财付2026-001A',
      '沈财付２０２６－００１ａ',
      '沈财付\u200B2026\u00AD-001a ',
    ])
      assert.equal(await pay(same, 4), 'VOUCHER_RECORDED', JSON.stringify(same));
    assert.equal(await pay('沈财付 2026-002a', 4), 'APPROVED', 'another one, and nothing was changed before');
  });

  it('payments that are stored on one voucher twice stay, and no third one is taken', async () => {
    const { aidCaseId } = await acceptedLead(system, officer, prosecutor);
    const url = system.databaseUrls.prosecutors as string;
    const db = connectDatabase(url, 1);
    const payment = (voucher: string) => ({
      id: uuidv7(),
      aidCaseId,
      amount: '100.00',
      paidOn: '2026-01-05',
      voucher,
      recordedBy: 'one',
    });
    try {
      // As an installation was before vouchers were compared.
      await db.raw('drop index voucher_once_per_aid_case');
      await db.raw('alter table aid_payments drop column repeats_voucher');
      await db.raw('drop function voucher_key');
      await db('migrations').where('name', 'like', '%vouchers_once.sql').delete();
      await db('aid_payments').insert(['凭证 1', '凭证１', '凭证2'].map(payment));
      await prosecutors.migrate(url);
      const stored = await db('aid_payments').where({ aidCaseId }).orderBy('id');
      assert.deepEqual(
        stored.map(({ voucher, repeatsVoucher: repeats }) => [voucher, repeats]),
        [
          ['凭证 1', false],
          ['凭证１', true],
          ['凭证2', false],
        ],
      );
      await assert.rejects(db('aid_payments').insert(payment('凭证1')), /voucher_once_per_aid_case/);
    } finally {
      await db.destroy();
    }
  });

  it('a second aid for one case and applicant is refused', async () => {
    const input = await leadInput(system);
    const same = { applicant: input.applicant, caseNumber: input.caseNumber };
    const first = await referredLead(system, officer, same);
    const second = await referredLead(system, officer, same);
    await accept(prosecutor, first);
    const { acceptAidLead } = await accept(prosecutor, second);
    assert.equal(acceptAidLead.aidCase, null);
    assert.equal(acceptAidLead.problems[0]?.code, 'AID_ALREADY_GIVEN');
    const reading = prosecutor.under(await referralOf(prosecutor, second));
    const { aidLead } = await reading.ask(operations.LeadBackgroundDocument, { id: second });
    assert.equal(aidLead?.status, 'RECEIVED', 'the second lead stays as it was');
    assert.equal(aidLead?.applicant?.aidCases?.length, 1, 'the earlier aid is seen');
  });

  it('a concluded lead is taken up again by a supervisor with a reason, and only the rest of a new amount is paid', async () => {
    const { aidLeadId, aidCaseId } = await acceptedLead(system, officer, prosecutor);
    const at = (expectedVersion: number) => ({ ...freshKey(), aidCaseId, expectedVersion });
    const propose = (amount: string, version: number) =>
      prosecutor.ask(operations.ProposeAidDocument, { input: { ...at(version), amount, reason: '测试。' } });
    const decide = (version: number) =>
      chief.ask(operations.DecideAidDocument, { input: { ...at(version), approve: true, reason: '同意。' } });
    const pay = async (amount: string, version: number) => {
      const { recordAidPayment } = await prosecutor.ask(operations.RecordAidPaymentDocument, {
        input: { ...at(version), amount, paidOn: '2026-01-05', voucher: `凭证${version}` },
      });
      return recordAidPayment.problems[0]?.code ?? recordAidPayment.aidCase?.status;
    };
    await propose('1000', 1);
    await decide(2);
    assert.equal(await pay('1000', 3), 'PAID');
    await prosecutor.ask(operations.ConcludeAidLeadDocument, { input: { ...at(4), feedback: '已发放。' } });
    const reopen = async (who: Asker, reason: object) => {
      const { problems, side } = await step(who, aidLeadId, { action: 'REOPEN', ...reason });
      return problems[0]?.code ?? side?.status;
    };
    assert.equal(await reopen(prosecutor, { reasonCode: 'SITUATION_CHANGED' }), 'NOT_PERMITTED');
    assert.equal(await reopen(chief, {}), 'REASON_REQUIRED');
    assert.equal(await reopen(chief, { reasonCode: 'SITUATION_CHANGED' }), 'REOPENED');
    const { proposeAid: tooLittle } = await propose('999', 6);
    assert.equal(tooLittle.problems[0]?.code, 'AMOUNT_BELOW_PAID');
    const { proposeAid: nothing } = await prosecutor.ask(operations.ProposeAidDocument, {
      input: { ...at(6), aid: false, reason: '测试。' },
    });
    assert.equal(nothing.problems[0]?.code, 'AMOUNT_BELOW_PAID', 'what was paid stays paid');
    await propose('1500', 6);
    await decide(7);
    assert.equal(await pay('501', 8), 'AMOUNT_ABOVE_APPROVED');
    assert.equal(await pay('500', 8), 'PAID');
    await prosecutor.ask(operations.ConcludeAidLeadDocument, { input: { ...at(9), feedback: '已补发。' } });
    await until('the new feedback is there', async () => {
      const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
      return aidLead?.feedback?.amount === '1500.00';
    });
  });
});
