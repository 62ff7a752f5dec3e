import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { HUANG, HUANG_CASE, SUSPECT } from '../demo/people.ts';
import type { Asker, GraphqlAnswer } from '../demo/story/people.ts';
import * as operations from '../schema/generated/operations.ts';
import { seeingAllRows } from '../subgraphs/kit/rowScope.ts';
import { createDirect, type Direct } from './harness/direct.ts';
import { createLead, freshKey, leadInput, referralOf, untilVersion } from './harness/leads.ts';
import { operation } from './harness/operation.ts';
import { startSystem, type TestSystem } from './harness/system.ts';

const NUMBERS = [HUANG_CASE.policeNumber, HUANG_CASE.prosecutionNumber, HUANG_CASE.courtNumber];

/** Every way to the case of the story, to its records, and to the offender's part in them. */
const WAYS = operation<{
  byId: object | null;
  cases: { edges: object[]; pageInfo: { hasNextPage: boolean } };
  person: Record<'policeCases' | 'prosecutionCases' | 'courtCases' | 'referrals', object[] | null> | null;
  referrals: { edges: object[] };
}>(`query Ways($id: ID!, $person: ResidentIdNumber!, $first: Int) {
  byId: case(id: $id) { id }
  n0: caseByNumber(number: "${NUMBERS[0]}") { id }
  n1: caseByNumber(number: "${NUMBERS[1]}") { id }
  n2: caseByNumber(number: "${NUMBERS[2]}") { id }
  cases(first: $first, filter: { region: "${HUANG_CASE.region}" }) { edges { node { id } } pageInfo { hasNextPage } }
  person(idNumber: $person) { policeCases { id } prosecutionCases { id } courtCases { id } referrals { id } }
  referrals(first: 100) { edges { node { id } } }
}`);

describe('a sealed juvenile record', () => {
  let system: TestSystem;
  let direct: Direct;
  let prosecutor: Asker;
  let aidLeadId: string;
  let referral: string;
  /** How many cases there are in the district before the seal. */
  let unsealed: number;
  const offender = { id: HUANG_CASE.id, person: SUSPECT.idNumber, first: 100 };

  before(async () => {
    system = await startSystem({ demo: { cases: 120, leads: 40 } });
    direct = createDirect(system);
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    const officer = await system.people.as('womens-federation.shenyang.officer');
    const applicant = { name: SUSPECT.name, idNumber: SUSPECT.idNumber };
    aidLeadId = await createLead(system, officer, { applicant, caseNumber: HUANG_CASE.courtNumber });
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    await untilVersion(officer, aidLeadId, 2);
    referral = await referralOf(officer, aidLeadId);
  });
  after(() => system.stop());

  async function run(part: string, sql: string, values: unknown[] = []): Promise<void> {
    const client = new pg.Client({ connectionString: seeingAllRows(system.databaseUrls[part] as string) });
    await client.connect();
    await client.query(sql, values).finally(() => client.end());
  }
  const lengthOf = (list: readonly unknown[] | null | undefined) => list?.length ?? 0;
  const isSeen = ({ data }: GraphqlAnswer<unknown>) => JSON.stringify(data).includes(HUANG_CASE.id);
  const WHO = [
    'prosecutors.shenyang.prosecutor',
    'police.shenyang.officer',
    'police.heping.officer',
    'womens-federation.shenyang.officer',
    'justice.shenyang.officer',
    'hub.operator',
    'hub.auditor',
  ];

  it('is there for every agency of its region before it is sealed', async () => {
    for (const username of WHO)
      assert.ok(isSeen(await (await system.people.as(username)).answer(WAYS, offender)), username);
    const { data } = await prosecutor.under(referral).answer(WAYS, offender);
    assert.deepEqual([lengthOf(data?.person?.policeCases), lengthOf(data?.person?.courtCases)], [1, 1]);
    assert.ok((data?.referrals.edges.length ?? 0) > 0 && lengthOf(data?.person?.referrals) > 0);
    unsealed = data?.cases.edges.length ?? 0;
    assert.ok(unsealed > 2 && unsealed < 100, `${unsealed} cases`);
  });

  describe('once it is sealed', () => {
    before(async () => {
      const sealed = `update %s set juvenile_record_sealed = true where case_id = '${HUANG_CASE.id}'`;
      for (const [part, table] of [
        ['police', 'police_cases'],
        ['prosecutors', 'prosecution_cases'],
        ['courts', 'court_cases'],
      ] as const)
        await run(part, sealed.replace('%s', table));
      await run('exchange', "insert into sealed_cases values ($1, 'COURTS', now())", [HUANG_CASE.id]);
    });

    it('is seen by nobody else, by its id, any of its numbers, in no list, and not as a count', async () => {
      for (const username of WHO) {
        const asker = await system.people.as(username);
        const answer = await asker.answer(WAYS, offender);
        assert.ok(!isSeen(answer), username);
        const [all, page] = [
          answer.data?.cases,
          (await asker.answer(WAYS, { ...offender, first: unsealed - 1 })).data?.cases,
        ];
        assert.equal(all?.edges.length, unsealed - 1, `${username}: one less, and no gap`);
        assert.deepEqual(
          [page?.edges.length, page?.pageInfo.hasNextPage],
          [unsealed - 1, false],
          `${username}: nor a page more`,
        );
        assert.equal(lengthOf(answer.data?.person?.referrals), 0, `${username}: nor of the offender`);
        assert.deepEqual(answer.data?.referrals.edges, [], `${username}: nor what was sent about it`);
      }
    });

    it('is seen by the courts’ own, with what was sent about it', async () => {
      const judge = await system.people.as('courts.heping.judge');
      const answer = await judge.answer(WAYS, offender);
      assert.ok(isSeen(answer));
      assert.equal(answer.data?.cases.edges.length, unsealed);
      const trials = operation(
        `query Trials($id: ID!) { case(id: $id) { trials { number parties { role } } numbers { number } } }`,
      );
      assert.ok(JSON.stringify((await judge.answer(trials, offender)).data).includes(HUANG_CASE.courtNumber));
    });

    it('stays the police’s and the prosecutors’ own record to themselves, and to nobody of the others', async () => {
      const own = async (username: string, list: string) => {
        const { data } = await (await system.people.as(username)).answer(
          operation(
            `query Own { ${list}(first: 100, filter: { region: "${HUANG_CASE.region}" }) { edges { node { number } } } }`,
          ),
          {},
        );
        return NUMBERS.some((number) => JSON.stringify(data).includes(number));
      };
      assert.ok(await own('police.heping.officer', 'policeCases'));
      assert.ok(await own('prosecutors.heping.prosecutor', 'prosecutionCases'));
      assert.ok(await own('courts.heping.judge', 'courtCases'));
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Case { id FIELD { number } } } }`;
      const fields = { police: 'policeCase', prosecutors: 'prosecution', courts: 'trials' };
      for (const [part, field] of Object.entries(fields)) {
        for (const agency of ['POLICE', 'PROSECUTORS', 'COURTS', 'JUSTICE', 'WOMENS_FEDERATION']) {
          const of = [{ __typename: 'Case', id: HUANG_CASE.id }];
          const { data } = await direct.ask(part, query.replace('FIELD', field), { of }, { agency });
          const isOwner = agency.toLowerCase() === part;
          assert.equal(
            NUMBERS.some((number) => JSON.stringify(data).includes(number)),
            isOwner,
            `${part} to ${agency}`,
          );
        }
      }
    });

    it('is not reached by the offender’s number, a referral that names both, or the lead’s own case', async () => {
      const reading = prosecutor.under(referral);
      // The exchange's word of before the sealing holds for 800 ms.
      await new Promise((resolve) => setTimeout(resolve, 850));
      const { data, errors } = await reading.answer(WAYS, offender);
      assert.deepEqual([lengthOf(data?.person?.policeCases), lengthOf(data?.person?.courtCases)], [0, 0]);
      assert.ok(
        errors?.some(({ extensions }) => extensions?.code === 'REFERRAL_NOT_OPEN'),
        'as a referral of nothing',
      );
      const { referralWindow } = await prosecutor.ask(operations.ReferralWindowDocument, { referral });
      assert.equal(referralWindow, null);
      // The lead stays, without what leads to the case.
      const known = operation<{
        aidLead: { status: string; caseNumber: string | null; case: { id: string } | null } | null;
      }>(`query Known($id: ID!) { aidLead(id: $id) { status caseNumber case { id } } }`);
      for (const asker of [prosecutor, reading]) {
        const lead = (await asker.answer(known, { id: aidLeadId })).data?.aidLead;
        assert.equal(typeof lead?.status, 'string');
        assert.deepEqual([lead?.caseNumber, lead?.case], [null, null]);
      }
      const lead = operation<{ aidLead: { case: object | null } | null }>(
        `query Lead($id: ID!) { aidLead(id: $id) { case { number stage trials { number } policeCase { number } timeline { what } } referral { status } } }`,
      );
      const answer = await (await system.people.as('womens-federation.shenyang.officer')).answer(lead, {
        id: aidLeadId,
      });
      assert.ok(!NUMBERS.some((number) => JSON.stringify(answer.data).includes(number)));
    });

    it('is as unknown to a new lead as a number that nobody has', async () => {
      const officer = await system.people.as('womens-federation.shenyang.officer');
      const create = async (caseNumber: string) => {
        const input = {
          ...(await leadInput(system)),
          applicant: { name: HUANG.name, idNumber: HUANG.idNumber },
          caseNumber,
        };
        const { createAidLead } = await officer.ask(operations.CreateAidLeadDocument, { input });
        return JSON.stringify(createAidLead).replaceAll(caseNumber, 'NUMBER');
      };
      const unknown = await create('（2023）辽0102刑初99997号');
      assert.match(unknown, /CASE_UNKNOWN/);
      for (const number of NUMBERS) assert.equal(await create(number), unknown);
    });
  });
});
