import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { HUANG, HUANG_CASE } from '../../demo/story/characters.ts';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('cases, persons and referrals across the agencies', () => {
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;

  before(async () => {
    system = await startSystem({ demo: { cases: 200, leads: 80 } });
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
  });
  after(() => system.stop());

  it('a case is found by its id and by the number of each agency, and each agency adds its part', async () => {
    const { case: byId } = await prosecutor.ask(operations.CaseViewDocument, { id: HUANG_CASE.id });
    assert.equal(byId?.policeCase?.number, HUANG_CASE.policeNumber);
    assert.equal(byId?.prosecution?.number, HUANG_CASE.prosecutionNumber);
    assert.equal(byId?.trials?.[0]?.number, HUANG_CASE.courtNumber);
    assert.equal(byId?.mediations?.[0]?.status, 'FAILED');
    assert.deepEqual(
      byId?.agencies.map(({ code }) => code),
      ['COURTS', 'JUSTICE', 'POLICE', 'PROSECUTORS'],
    );
    assert.ok((byId?.timeline.length ?? 0) >= 3);
    for (const number of [HUANG_CASE.policeNumber, HUANG_CASE.prosecutionNumber, HUANG_CASE.courtNumber]) {
      const { caseByNumber } = await prosecutor.ask(operations.CaseByNumberDocument, { number });
      assert.equal(caseByNumber?.id, HUANG_CASE.id, number);
    }
  });

  it('pages of cases follow one another without a gap or a case twice, newest first', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { cases }: operations.CasesQuery = await officer.ask(operations.CasesDocument, { first: 30, after });
      ids.push(...cases.edges.map(({ node }) => node.id));
      if (!cases.pageInfo.hasNextPage) break;
      after = cases.pageInfo.endCursor;
    }
    assert.ok(ids.length > 60);
    assert.deepEqual(ids, [...new Set(ids)].sort().reverse());
  });

  it('cases are filtered by kind, stage, agency, region and time', async () => {
    const filter = {
      kind: ['CRIMINAL' as const],
      stage: ['TRIAL' as const, 'EXECUTION' as const],
      agency: 'COURTS',
      region: '210102',
      openedFrom: '2022-01-01T00:00:00+08:00',
    };
    const { cases } = await officer.ask(operations.CasesDocument, { first: 100, filter });
    assert.ok(cases.edges.some(({ node }) => node.id === HUANG_CASE.id));
    for (const { node } of cases.edges) {
      assert.ok(
        node.kind === 'CRIMINAL' && ['TRIAL', 'EXECUTION'].includes(node.stage) && node.region.code === '210102',
      );
    }
    const none = await officer.ask(operations.CasesDocument, {
      filter: { ...filter, openedTo: '2022-01-01T00:00:00+08:00' },
    });
    assert.equal(none.cases.edges.length, 0);
  });

  it('a person is found by identity number in all agencies at once by whoever may read each of them', async () => {
    const police = await system.people.as('police.shenyang.officer');
    const { data, errors = [] } = await police.answer(operations.PersonDocument, { idNumber: HUANG.idNumber });
    const person = data?.person;
    assert.equal(person?.identity?.name, HUANG.name);
    assert.equal(person?.identity?.idNumber, '210102************');
    assert.deepEqual(
      person?.policeCases?.map(({ number }) => number),
      [HUANG_CASE.policeNumber],
    );
    assert.deepEqual([person?.aidLeads, person?.mediations, person?.courtCases], [null, null, null]);
    const closed = new Set(errors.map(({ extensions }) => extensions?.code));
    assert.deepEqual(closed, new Set(['REFERRAL_REQUIRED', 'NOT_SHARED']));
  });

  it('referrals are filtered by kind, parties, status, overdue, region and time', async () => {
    const ask = async (filter: operations.ReferralFilter) =>
      (await prosecutor.ask(operations.ReferralsDocument, { first: 100, filter })).referrals.edges.map(
        ({ node }) => node,
      );
    const concluded = await ask({
      kind: ['JUDICIAL_AID_LEAD'],
      from: 'WOMENS_FEDERATION',
      to: 'PROSECUTORS',
      status: ['ACKNOWLEDGED'],
    });
    assert.ok(concluded.length > 0 && concluded.every(({ status }) => status === 'ACKNOWLEDGED'));
    assert.ok((await ask({ overdue: true })).every(({ overdue }) => overdue));
    assert.ok((await ask({ overdue: false })).every(({ overdue }) => !overdue));
    assert.ok((await ask({ region: '210102' })).every(({ region }) => region.code === '210102'));
    assert.deepEqual(await ask({ sentTo: '2021-01-01T00:00:00Z' }), []);
    assert.deepEqual(await ask({ region: '210200' }), [], 'another city');
  });

  it('a district sees its own and not its sister’s, and the hub’s own people read no records', async () => {
    const sister = await system.people.as('womens-federation.shenhe.officer');
    const { caseByNumber } = await sister.ask(operations.CaseByNumberDocument, { number: HUANG_CASE.courtNumber });
    assert.equal(caseByNumber, null);
    const { aidLeads } = await sister.ask(operations.LeadInboxDocument, { first: 100 });
    assert.ok(aidLeads.edges.every(({ node }) => node.region?.code === '210103'));
    const { cases } = await sister.ask(operations.CasesDocument, { filter: { region: '210102' } });
    assert.deepEqual(cases.edges, []);
    const auditor = await system.people.as('hub.auditor');
    const { data, errors } = await auditor.answer(operations.CaseViewDocument, { id: HUANG_CASE.id });
    assert.deepEqual([data?.case?.policeCase, data?.case?.prosecution, data?.case?.trials], [null, null, null]);
    assert.ok(errors?.every(({ extensions }) => extensions?.code === 'NOT_SHARED'));
    assert.equal((await auditor.ask(operations.PersonDocument, { idNumber: HUANG.idNumber })).person, null);
  });

  it('what one agency may not see of another’s leads stays closed', async () => {
    const police = await system.people.as('police.shenyang.officer');
    const { aidLeads } = await police.ask(operations.LeadInboxDocument, { first: 100 });
    assert.deepEqual(aidLeads.edges, []);
    const own = await officer.ask(operations.LeadInboxDocument, { first: 1 });
    const { aidLead } = await police.ask(operations.LeadProgressDocument, { id: own.aidLeads.edges[0]?.node.id ?? '' });
    assert.equal(aidLead, null);
  });
});
