import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { print } from 'graphql';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { residentIdCheckCharacter } from '../../subgraphs/kit/formats/residentId.ts';
import { posterAs } from '../harness/gateway/post.ts';
import {
  accept,
  createLead,
  freshKey,
  leadInput,
  referralOf,
  referredLead,
  step,
  until,
  untilVersion,
} from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('what an officer can do wrong with an aid lead', () => {
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
  });
  after(() => system.stop());

  const leadCount = async () => {
    const { aidLeads } = await officer.ask(operations.LeadInboxDocument, { first: 100 });
    return aidLeads.edges.length;
  };

  async function refusedLead(changes: Partial<operations.CreateAidLeadInput>, code: string, path: string) {
    const before = await leadCount();
    const input = await leadInput(system, changes);
    const { createAidLead } = await officer.ask(operations.CreateAidLeadDocument, { input });
    assert.equal(createAidLead.aidLead, null);
    const problem = createAidLead.problems[0];
    assert.ok(problem?.__typename === 'InvalidInput', JSON.stringify(problem));
    assert.deepEqual([problem.code, problem.path.join('.')], [code, path]);
    assert.equal(await leadCount(), before, 'nothing is recorded');
    return problem;
  }

  const applicant = (idNumber: string) => ({ applicant: { name: '测试人', idNumber } });

  it('an identity number with a wrong check digit is refused, and shown only masked', async () => {
    const problem = await refusedLead(
      applicant('210102199003078723'),
      'RESIDENT_ID_CHECK_DIGIT',
      'input.applicant.idNumber',
    );
    assert.equal(problem.received, '210102************');
    assert.ok(problem.accepted);
  });

  it('an identity number with an impossible birth date is refused', async () => {
    const first17 = '21010219900230872';
    await refusedLead(
      applicant(first17 + residentIdCheckCharacter(first17)),
      'RESIDENT_ID_BIRTH_DATE',
      'input.applicant.idNumber',
    );
  });

  it('a case number in the wrong form is refused', async () => {
    const problem = await refusedLead({ caseNumber: '2023辽刑12' }, 'COURT_CASE_NUMBER_YEAR', 'input.caseNumber');
    assert.equal(problem.received, '2023辽刑12');
    await refusedLead({ caseNumber: '（2023）辽0102民初1号之一' }, 'COURT_CASE_NUMBER_SUFFIX', 'input.caseNumber');
    const number = await refusedLead({ caseNumber: '210102199003078723' }, 'CASE_NUMBER_FORMAT', 'input.caseNumber');
    assert.equal(number.received, '*'.repeat(18), 'a number of a person in the wrong field');
  });

  it('a case number that nobody registered is refused', async () => {
    await refusedLead({ caseNumber: '（2023）辽0102刑初99999号' }, 'CASE_UNKNOWN', 'input.caseNumber');
  });

  it('a name of blanks, too many minors, a negative income and an unknown category are refused', async () => {
    await refusedLead(
      { applicant: { ...(await leadInput(system)).applicant, name: '  ' } },
      'REQUIRED',
      'input.applicant.name',
    );
    const household = { members: 1, minors: 2, monthlyIncome: '0' };
    await refusedLead({ household }, 'MINORS_EXCEED_MEMBERS', 'input.household.minors');
    await refusedLead(
      { household: { ...household, minors: 0, monthlyIncome: '-1' } },
      'INCOME_NEGATIVE',
      'input.household.monthlyIncome',
    );
    await refusedLead({ hardship: 'RICH' }, 'HARDSHIP_UNKNOWN', 'input.hardship');
  });

  it('a region outside the officer’s own is refused', async () => {
    await refusedLead({ region: '210200' }, 'REGION_OUT_OF_SCOPE', 'input.region');
  });

  it('all wrong values of one input are named at once', async () => {
    const input = await leadInput(system, { caseNumber: 'x', region: '999999', ...applicant('1') });
    const { createAidLead } = await officer.ask(operations.CreateAidLeadDocument, { input });
    assert.deepEqual(createAidLead.problems.map((problem) => problem.code).sort(), [
      'CASE_NUMBER_FORMAT',
      'REGION_CODE_UNKNOWN',
      'RESIDENT_ID_FORMAT',
    ]);
  });

  it('a second lead on the same woman and case is recorded only when the officer says so, and names the first', async () => {
    const { allowDuplicate: _, ...input } = await leadInput(system);
    const create = async (changes: Partial<operations.CreateAidLeadInput> = {}, who = officer) => {
      const { createAidLead } = await who.ask(operations.CreateAidLeadDocument, {
        input: { ...input, ...freshKey(), ...changes },
      });
      const { aidLead, duplicates, problems } = createAidLead;
      return { id: aidLead?.id, duplicates: duplicates?.map(({ id }) => id), codes: problems.map(({ code }) => code) };
    };
    const first = await create();
    assert.deepEqual(first, { id: first.id, duplicates: [], codes: [] });
    const before = await leadCount();
    assert.deepEqual(await create(), { id: undefined, duplicates: [first.id], codes: ['DUPLICATE_LEAD'] });
    assert.equal(await leadCount(), before, 'nothing is recorded');
    const other = await leadInput(system);
    assert.deepEqual((await create({ caseNumber: other.caseNumber })).duplicates, [], 'the same woman in another case');
    assert.deepEqual((await create({ applicant: other.applicant })).duplicates, [], 'another woman in the same case');
    const key = freshKey();
    const second = await create({ allowDuplicate: true, ...key });
    assert.deepEqual(second, { id: second.id, duplicates: [first.id], codes: [] });
    const third = await create({ allowDuplicate: true });
    assert.deepEqual(third.duplicates, [second.id, first.id], 'newest first');
    assert.deepEqual(await create({ allowDuplicate: true, ...key }), second, 'the same key gives the same answer');
  });

  it('of a lead that the officer may not see nothing is said when another is recorded', async () => {
    const heping = await system.people.as('womens-federation.heping.officer');
    const { allowDuplicate: _, ...input } = await leadInput(system);
    const create = async (who: Asker) => {
      const { createAidLead } = await who.ask(operations.CreateAidLeadDocument, { input: { ...input, ...freshKey() } });
      return { codes: createAidLead.problems.map(({ code }) => code), duplicates: createAidLead.duplicates };
    };
    assert.deepEqual(await create(officer), { codes: [], duplicates: [] }, 'a lead of the city');
    assert.deepEqual(await create(heping), { codes: [], duplicates: [] });
    const { codes, duplicates } = await create(officer);
    assert.deepEqual([codes, duplicates?.length], [['DUPLICATE_LEAD'], 2], 'the city sees both');
  });

  it('of officers who record the same lead at the same moment one is told of the other’s', async () => {
    const { allowDuplicate: _, ...input } = await leadInput(system);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        officer.ask(operations.CreateAidLeadDocument, { input: { ...input, ...freshKey() } }),
      ),
    );
    assert.equal(answers.filter(({ createAidLead }) => createAidLead.aidLead).length, 1);
    const refused = answers.filter(({ createAidLead }) => !createAidLead.aidLead);
    assert.ok(refused.every(({ createAidLead }) => createAidLead.problems[0]?.code === 'DUPLICATE_LEAD'));
  });

  it('the same key with the same input gives the same lead, with another input a problem', async () => {
    const input = await leadInput(system);
    const first = await officer.ask(operations.CreateAidLeadDocument, { input });
    const again = await officer.ask(operations.CreateAidLeadDocument, { input });
    assert.equal(again.createAidLead.aidLead?.id, first.createAidLead.aidLead?.id);
    const other = await officer.ask(operations.CreateAidLeadDocument, {
      input: { ...input, description: '另一件事。' },
    });
    assert.equal(other.createAidLead.aidLead, null);
    assert.equal(other.createAidLead.problems[0]?.code, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('null, a default and blanks around a text do not make another input', async () => {
    const input = await leadInput(system);
    const { household, description } = input;
    const first = await officer.ask(operations.CreateAidLeadDocument, { input });
    for (const same of [
      { region: null, household: { ...household, note: null, schoolRecognisedHardship: null } },
      { household: { ...household, note: '', schoolRecognisedHardship: false, monthlyIncome: '1860' } },
      { description: `  ${description}\n` },
    ]) {
      const { createAidLead } = await officer.ask(operations.CreateAidLeadDocument, { input: { ...input, ...same } });
      assert.deepEqual([createAidLead.problems, createAidLead.aidLead?.id], [[], first.createAidLead.aidLead?.id]);
    }
  });

  it('an amount may be a number that is exact, and one that is refused is shown as it came', async () => {
    const post = await posterAs(system, 'womens-federation.shenyang.officer');
    const create = async (monthlyIncome: unknown) => {
      const input = await leadInput(system);
      const household = { ...input.household, monthlyIncome };
      const query = print(operations.CreateAidLeadDocument);
      const { data } = await post({ query, variables: { input: { ...input, household } } });
      return (data as operations.CreateAidLeadMutation).createAidLead;
    };
    assert.deepEqual((await create(1860.5)).problems, []);
    const [problem] = (await create(0.1 + 0.2)).problems;
    assert.equal(problem?.code, 'MONEY_NUMBER');
    const literal = await post({
      query: `mutation { createAidLead(input: { idempotencyKey: "a literal", source: HOME_VISIT, hardship: "X", caseNumber: "X", description: "X",
        applicant: { name: "测试人", idNumber: "1" }, household: { members: 2, minors: 1, monthlyIncome: 1860.505 } }) {
        problems { code ... on InvalidInput { received } } } }`,
    });
    const { createAidLead } = literal.data as { createAidLead: { problems: { code: string; received: string }[] } };
    assert.ok(
      createAidLead.problems.some(({ code, received }) => code === 'MONEY_DECIMALS' && received === '1860.505'),
      literal.text,
    );
  });

  it('ten requests with one key at the same time make one lead', async () => {
    const input = await leadInput(system);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => officer.ask(operations.CreateAidLeadDocument, { input })),
    );
    assert.equal(new Set(answers.map((answer) => answer.createAidLead.aidLead?.id)).size, 1);
  });

  it('a stale version is refused and the current one comes back', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { acceptAidLead } = await accept(prosecutor, aidLeadId, 1);
    const problem = acceptAidLead.problems[0];
    assert.ok(problem?.__typename === 'TransitionConflict');
    assert.deepEqual(
      [problem.code, problem.currentStatus, problem.currentVersion],
      ['VERSION_CONFLICT', 'RECEIVED', 2],
    );
  });

  it('a step that the status does not allow is refused and the current status comes back', async () => {
    const aidLeadId = await referredLead(system, officer);
    const [problem] = (await step(officer, aidLeadId, { action: 'ACKNOWLEDGE' })).problems;
    assert.ok(problem?.__typename === 'TransitionConflict');
    assert.deepEqual([problem.code, problem.currentStatus], ['STATUS_CONFLICT', 'RECEIVED']);
  });

  it('a step that is not the viewer’s is refused and says whose it is', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { acceptAidLead } = await accept(officer, aidLeadId);
    const problem = acceptAidLead.problems[0];
    assert.ok(problem?.__typename === 'NotPermitted');
    assert.deepEqual(problem.permitted, ['PROSECUTORS/officer', 'PROSECUTORS/supervisor']);
  });

  it('a lead is returned only with a coded reason, and OTHER needs words', async () => {
    const aidLeadId = await referredLead(system, officer);
    const attempt = async (reason: { reasonCode?: string; text?: string }) => {
      const { problems, side } = await step(prosecutor, aidLeadId, { action: 'RETURN', ...reason });
      return problems[0]?.code ?? side?.status;
    };
    assert.equal(await attempt({}), 'REASON_REQUIRED');
    assert.equal(await attempt({ reasonCode: 'BORED' }), 'REASON_UNKNOWN');
    assert.equal(await attempt({ reasonCode: 'OTHER' }), 'REASON_TEXT_REQUIRED');
    assert.equal(await attempt({ reasonCode: 'OTHER', text: '材料需重新核实。' }), 'RETURNED');
    await untilVersion(officer, aidLeadId, 3);
    const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
    assert.equal(aidLead?.status, 'RETURNED');
    assert.deepEqual(aidLead?.endReason, { code: 'OTHER', text: '材料需重新核实。' });
  });

  it('a returned lead is referred again, as a child of its first referral', async () => {
    const aidLeadId = await referredLead(system, officer);
    await step(prosecutor, aidLeadId, { action: 'RETURN', reasonCode: 'INCOMPLETE' });
    await untilVersion(officer, aidLeadId, 3);
    const again = await officer.ask(operations.ReferAidLeadDocument, {
      input: { ...freshKey(), aidLeadId, expectedVersion: 3 },
    });
    assert.deepEqual(again.referAidLead.problems, []);
    await until('received again', async () => {
      const { aidLead } = await prosecutor.ask(operations.LeadReferralDocument, { id: aidLeadId });
      return aidLead?.referral?.status === 'RECEIVED';
    });
    const id = await referralOf(prosecutor, aidLeadId);
    const { referral } = await prosecutor.ask(operations.ReferralViewDocument, { id });
    assert.equal(referral?.hops, 1);
    assert.ok(referral?.parent?.id);
  });

  it('an id that is none, or another agency that is none, is refused', async () => {
    const input = { ...freshKey(), aidLeadId: 'not-an-id', expectedVersion: 0 };
    const { referAidLead } = await officer.ask(operations.ReferAidLeadDocument, { input });
    assert.equal(referAidLead.problems[0]?.code, 'NOT_FOUND');
    const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: 'not-an-id' });
    assert.equal(aidLead, null);
    const aidLeadId = await createLead(system, officer);
    const visit = {
      ...freshKey(),
      aidLeadId,
      visitedOn: '2026-01-05',
      findings: '测试。',
      participants: ['TEA_HOUSE'],
    };
    const { recordVisit } = await officer.ask(operations.RecordVisitDocument, { input: visit });
    assert.equal(recordVisit.problems[0]?.code, 'AGENCY_UNKNOWN');
    const measure = {
      ...freshKey(),
      aidLeadId,
      kind: 'HOUSING' as const,
      provider: 'TEA_HOUSE',
      startsOn: '2026-01-05',
      description: '测试。',
    };
    const { recordAssistanceMeasure } = await officer.ask(operations.RecordAssistanceMeasureDocument, {
      input: measure,
    });
    assert.equal(recordAssistanceMeasure.problems[0]?.code, 'AGENCY_UNKNOWN');
    const nowhere = {
      ...freshKey(),
      aidLeadIds: ['not-an-id'],
      heldOn: '2026-01-05',
      participants: [],
      minutes: '测试。',
      decisions: ['测试。'],
    };
    const { recordConsultation } = await prosecutor.ask(operations.RecordConsultationDocument, { input: nowhere });
    assert.equal(recordConsultation.problems[0]?.code, 'NOT_FOUND');
  });

  it('a lead that was referred by mistake is marked so, and the prosecutors see it', async () => {
    const aidLeadId = await referredLead(system, officer);
    const reasonCode = 'RECORDED_BY_MISTAKE';
    const { side } = await step(officer, aidLeadId, { action: 'ENTERED_IN_ERROR', reasonCode });
    assert.equal(side?.status, 'ENTERED_IN_ERROR');
    await until('seen by the prosecutors', async () => {
      const { aidLead } = await prosecutor.ask(operations.ReferralSidesDocument, { id: aidLeadId });
      return aidLead?.referral?.prosecutorsSide?.status === 'ENTERED_IN_ERROR';
    });
  });

  it('impossible days and moments, and zero bytes, are problems that name the place', async () => {
    const aidLeadId = await createLead(system, officer);
    const visit = async (visitedOn: string, findings = '测试。') => {
      const input = { ...freshKey(), aidLeadId, visitedOn, findings };
      const { recordVisit } = await officer.ask(operations.RecordVisitDocument, { input });
      return recordVisit.problems[0]?.code ?? 'done';
    };
    for (const day of ['2023-13-01', '2023-02-30', '0000-01-01', 'yesterday'])
      assert.equal(await visit(day), 'DATE_FORMAT', day);
    assert.equal(await visit('2026-01-05', 'a\u0000b'), 'ZERO_BYTE');
    for (const createdFrom of ['2023-02-30T00:00:00Z', '9999-12-31T23:59:59-08:00']) {
      const { errors } = await officer.answer(operations.LeadInboxDocument, { filter: { createdFrom } });
      assert.equal(errors?.[0]?.extensions?.code, 'DATE_TIME_FORMAT', createdFrom);
    }
  });

  it('half a character and a zero byte are refused alike in a name, a text, a key and a query’s argument', async () => {
    for (const [text, code] of [
      ['黄\ud842', 'NOT_WELL_FORMED'],
      ['黄\u0000', 'ZERO_BYTE'],
    ] as const) {
      const applicant = { ...(await leadInput(system)).applicant, name: text };
      for (const [field, changes] of [
        ['input.applicant.name', { applicant }],
        ['input.description', { description: text }],
        ['input.idempotencyKey', { idempotencyKey: text }],
        ['input.caseNumber', { caseNumber: text }],
      ] as const) {
        const input = { ...(await leadInput(system)), ...changes };
        const { createAidLead } = await officer.ask(operations.CreateAidLeadDocument, { input });
        assert.deepEqual(
          createAidLead.problems.map((problem) => [problem.code, 'path' in problem && problem.path.join('.')]),
          [[code, field]],
        );
      }
      const { errors } = await officer.answer(operations.PersonDocument, { idNumber: text });
      assert.equal(errors?.[0]?.extensions?.code, code);
    }
  });

  it('a name of invisible characters is empty, and one that is not what it seems is refused without being repeated', async () => {
    const problemOf = async (name: string) => {
      const input = await leadInput(system);
      const applicant = { ...input.applicant, name };
      const { createAidLead } = await officer.ask(operations.CreateAidLeadDocument, { input: { ...input, applicant } });
      return createAidLead.problems[0];
    };
    for (const name of [' ', '\u200b\u2060', '\u3164']) assert.equal((await problemOf(name))?.code, 'REQUIRED');
    for (const name of ['黄某\n某', '黄\u202e某某', '黄某某\u0007']) {
      const problem = await problemOf(name);
      assert.equal(problem?.code, 'NAME_CONTROL_CHARACTER');
      assert.equal(problem && 'received' in problem && problem.received, '黄**');
    }
    assert.equal((await problemOf('𠮷'.repeat(50)))?.code, undefined);
    assert.equal((await problemOf('𠮷'.repeat(51)))?.code, 'TOO_LONG');
  });

  it('what was pasted with invisible marks, full-width digits or another bracket is put right', async () => {
    const input = await leadInput(system);
    const { createAidLead } = await officer.ask(operations.CreateAidLeadDocument, {
      input: {
        ...input,
        applicant: { ...input.applicant, name: '黄\u200b某　某', phone: '\u202d138 0013 8000\u202c' },
        caseNumber: input.caseNumber.replace('（', '(').replace('）', ')').replace('号', '\u200b号'),
        description: '一\r\n二\u200b',
      },
    });
    assert.deepEqual(createAidLead.problems, []);
    const lead = operation(`query Lead($id: ID!) { aidLead(id: $id) { applicantName description } }`);
    const { aidLead } = await officer.ask(lead, { id: createAidLead.aidLead?.id });
    assert.deepEqual(aidLead, { applicantName: '黄某某', description: '一\n二' });
  });

  it('a lead of a town is read like any other', async () => {
    const aidLeadId = await referredLead(system, officer, { region: '210102001' });
    const { aidLead } = await prosecutor.ask(operations.LeadReferralDocument, { id: aidLeadId.toUpperCase() });
    assert.equal(aidLead?.referral?.status, 'RECEIVED');
  });

  it('twenty leads recorded at the same time are all recorded', async () => {
    const inputs = await Promise.all(Array.from({ length: 20 }, () => leadInput(system)));
    const answers = await Promise.all(inputs.map((input) => officer.ask(operations.CreateAidLeadDocument, { input })));
    assert.ok(answers.every(({ createAidLead }) => createAidLead.aidLead));
  });

  it('a wrong value in a query’s argument is a request error with the same code and words', async () => {
    const { errors } = await officer.answer(operations.PersonDocument, { idNumber: '210102199003078723' });
    assert.equal(errors?.[0]?.extensions?.code, 'RESIDENT_ID_CHECK_DIGIT');
    assert.match(String(errors?.[0]?.extensions?.accepted), /18-character/);
    assert.doesNotMatch(JSON.stringify(errors), /8723/, 'what came is not repeated');
  });

  it('a page size or cursor out of range is a request error that says what is accepted', async () => {
    const size = await officer.answer(operations.LeadInboxDocument, { first: 101 });
    assert.deepEqual(
      [size.errors?.[0]?.extensions?.code, size.errors?.[0]?.extensions?.accepted],
      ['PAGE_SIZE', '1 to 100'],
    );
    const cursor = await officer.answer(operations.LeadInboxDocument, { after: 'nonsense' });
    assert.equal(cursor.errors?.[0]?.extensions?.code, 'INVALID_CURSOR');
  });
});
