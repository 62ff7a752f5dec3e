import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { CONFIRMATIONS_A_DAY } from '../../subgraphs/exchange/register/caseConfirmation.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import { accept, createLead, freshKey, leadInput, referralOf, until, untilVersion } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { recordWage, registerCase } from '../harness/register.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const HEPING = '210102';
const SHENHE_OFFICER = 'womens-federation.shenhe.officer';

interface Lead {
  caseNumber: string | null;
  applicantName: string | null;
  description: string | null;
  case: { id: string; number: string } | null;
  referral: { case: { id: string } | null } | null;
}

const LEAD = operation<{ aidLead: Lead | null }>(`query Lead($id: ID!) {
  aidLead(id: $id) { caseNumber applicantName description case { id number } referral { case { id } } }
}`);
const ID_ONLY = operation<{ aidLead: { case: { id: string } | null } | null }>(
  `query IdOnly($id: ID!) { aidLead(id: $id) { case { id } } }`,
);
const BY_NUMBER = operation<{ caseByNumber: { id: string; aidLeads: { id: string }[] } | null }>(
  `query ByNumber($number: CaseNumber!) { caseByNumber(number: $number) { id aidLeads { id } } }`,
);

describe('a lead on a woman who lives in one district, with a case in another', () => {
  let system: TestSystem;
  let exchange: Knex;
  /** Of Shenhe, where she lives. */
  let officer: Asker;
  let serial = 91_000;

  before(async () => {
    system = await startSystem();
    await recordWage(system.databaseUrls.prosecutors as string);
    exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    officer = await system.people.as(SHENHE_OFFICER);
  });
  after(async () => {
    await exchange.destroy();
    await system.stop();
  });

  const caseOfHeping = () => registerCase(system.databaseUrls.exchange as string, ++serial, HEPING);
  const traces = () => exchange('disclosures').where({ recordType: 'Case' }).orderBy('seq');
  const traced = async () => (await traces()).length;
  async function codesOf(who: Asker, caseNumber: string): Promise<string[]> {
    const { createAidLead } = await who.ask(operations.CreateAidLeadDocument, {
      input: await leadInput(system, { caseNumber }),
    });
    return createAidLead.problems.map(({ code }) => code);
  }

  it('is recorded, and its officer sees the number that was typed and nothing else of the case', async () => {
    const { id: caseId, number } = await caseOfHeping();
    const aidLeadId = await createLead(system, officer, { caseNumber: number });
    const { data, errors } = await officer.answer(LEAD, { id: aidLeadId });
    assert.deepEqual([data?.aidLead?.caseNumber, data?.aidLead?.case, errors], [number, null, undefined]);
    assert.deepEqual(
      (await officer.answer(ID_ONLY, { id: aidLeadId })).data?.aidLead,
      { case: null },
      'not even its id',
    );
    assert.equal((await officer.answer(BY_NUMBER, { number })).data?.caseByNumber, null);
    const ofCity = await system.people.as('womens-federation.shenyang.officer');
    assert.equal((await ofCity.answer(LEAD, { id: aidLeadId })).data?.aidLead?.case?.id, caseId, 'the city sees both');
    const ofHeping = await system.people.as('womens-federation.heping.officer');
    assert.equal((await ofHeping.answer(LEAD, { id: aidLeadId })).data?.aidLead, null);
    const { data: found } = await ofHeping.answer(BY_NUMBER, { number });
    assert.deepEqual(found?.caseByNumber, { id: caseId, aidLeads: [] }, 'the case’s district sees no lead of another');
  });

  it('which the city records for the district, shows the district nothing of the case either', async () => {
    const { id: caseId, number } = await caseOfHeping();
    const ofCity = await system.people.as('womens-federation.shenyang.officer');
    const before = await traced();
    const aidLeadId = await createLead(system, ofCity, { caseNumber: number, region: '210103' });
    assert.equal(await traced(), before, 'in the city’s own region nothing is confirmed');
    assert.equal((await ofCity.answer(ID_ONLY, { id: aidLeadId })).data?.aidLead?.case?.id, caseId);
    assert.equal((await officer.answer(ID_ONLY, { id: aidLeadId })).data?.aidLead?.case, null);
  });

  it('leaves a trace of each number that was confirmed, and of each that no case has', async () => {
    const { id: caseId, number } = await caseOfHeping();
    const own = await registerCase(system.databaseUrls.exchange as string, ++serial, '210103');
    const nobodys = '（2023）辽0102刑初99998号';
    const before = await traced();
    assert.deepEqual(await codesOf(officer, own.number), []);
    assert.equal(await traced(), before, 'a case of the own region is looked up as ever');
    assert.deepEqual(await codesOf(officer, number), []);
    assert.deepEqual(await codesOf(officer, nobodys), ['CASE_UNKNOWN']);
    const added = (await traces()).slice(before);
    assert.deepEqual(
      added.map((row) => [row.username, row.agency, row.role, row.recordId, row.caseId, row.fields, row.denied]),
      [
        [SHENHE_OFFICER, 'WOMENS_FEDERATION', 'officer', caseId, caseId, ['number'], []],
        [SHENHE_OFFICER, 'WOMENS_FEDERATION', 'officer', nobodys, null, [], ['number']],
      ],
    );
  });

  it('is one of few a day for one user, who may still record leads on cases of the own region', async () => {
    const someone = await system.people.as('womens-federation.dalian.officer');
    const subject = 'womens-federation.dalian.officer';
    const day = shanghaiDay(new Date());
    const row = { agency: 'WOMENS_FEDERATION', subject, day };
    await exchange('case_confirmations').insert({ ...row, day: '2026-01-01', questions: CONFIRMATIONS_A_DAY });
    assert.deepEqual(await codesOf(someone, (await caseOfHeping()).number), [], 'another day’s do not count');
    assert.equal((await exchange('case_confirmations').where(row).first()).questions, 1);
    await exchange('case_confirmations')
      .where(row)
      .update({ questions: CONFIRMATIONS_A_DAY - 3 });
    const numbers = await Promise.all(Array.from({ length: 6 }, caseOfHeping));
    const codes = await Promise.all(numbers.map(({ number }) => codesOf(someone, number)));
    assert.deepEqual(codes.flat().sort(), ['CONFIRMATION_LIMIT', 'CONFIRMATION_LIMIT', 'CONFIRMATION_LIMIT']);
    assert.deepEqual(await codesOf(someone, '（2023）辽0102刑初99998号'), ['CONFIRMATION_LIMIT'], 'found or not');
    const own = await registerCase(system.databaseUrls.exchange as string, ++serial, '210202');
    assert.deepEqual(await codesOf(someone, own.number), []);
    assert.deepEqual(await codesOf(officer, (await caseOfHeping()).number), [], 'another user is not concerned');
  });

  it('is referred, read under the referral alone, aided and fed back', async () => {
    const { id: caseId, number } = await caseOfHeping();
    const aidLeadId = await createLead(system, officer, { caseNumber: number });
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    await untilVersion(officer, aidLeadId, 2);
    const prosecutor = await system.people.as('prosecutors.shenhe.prosecutor');
    const referral = await referralOf(prosecutor, aidLeadId);

    const without = await prosecutor.answer(LEAD, { id: aidLeadId });
    assert.deepEqual(
      [without.data?.aidLead?.applicantName, without.data?.aidLead?.description, without.data?.aidLead?.caseNumber],
      ['测**', null, null],
    );
    assert.ok(without.errors?.every(({ extensions }) => extensions?.code === 'REFERRAL_REQUIRED'));
    const under = await prosecutor.under(referral).answer(LEAD, { id: aidLeadId });
    assert.deepEqual(under.data?.aidLead, {
      applicantName: '测试人',
      description: '测试线索。',
      caseNumber: number,
      case: null,
      referral: { case: null },
    });
    assert.equal(under.errors, undefined);
    const ofCity = (await system.people.as('prosecutors.shenyang.prosecutor')).under(referral);
    const whole = await ofCity.answer(LEAD, { id: aidLeadId });
    assert.equal(whole.data?.aidLead?.case?.id, caseId, 'who has both districts sees the case as well');
    const ofHeping = (await system.people.as('prosecutors.heping.prosecutor')).under(referral);
    assert.equal(
      (await ofHeping.answer(LEAD, { id: aidLeadId })).data?.aidLead,
      null,
      'the case’s district has no lead',
    );

    const { acceptAidLead } = await accept(prosecutor, aidLeadId);
    const aidCaseId = acceptAidLead.aidCase?.id ?? assert.fail();
    const at = (expectedVersion: number) => ({ ...freshKey(), aidCaseId, expectedVersion });
    await prosecutor.ask(operations.ProposeAidDocument, { input: { ...at(1), amount: '1000', reason: '困难属实。' } });
    const chief = await system.people.as('prosecutors.shenyang.chief');
    await chief.ask(operations.DecideAidDocument, { input: { ...at(2), approve: true, reason: '同意。' } });
    await prosecutor.ask(operations.RecordAidPaymentDocument, {
      input: { ...at(3), amount: '1000', paidOn: '2026-01-05', voucher: '凭证1' },
    });
    await prosecutor.ask(operations.ConcludeAidLeadDocument, { input: { ...at(4), feedback: '已发放。' } });
    await until('the feedback is there', async () => {
      const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
      return aidLead?.feedback?.amount === '1000.00';
    });
    const ended = await prosecutor.under(referral).answer(LEAD, { id: aidLeadId });
    assert.equal(ended.data?.aidLead?.description, null, 'once it is concluded it opens nothing');
  });
});
