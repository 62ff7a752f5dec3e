import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { GraphQLFormattedError } from 'graphql';
import pg from 'pg';
import { HUANG, HUANG_CASE, SUSPECT } from '../../demo/story/characters.ts';
import type { Asker, GraphqlAnswer } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectForRequests } from '../../subgraphs/kit/database/database.ts';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import { signSealNotice } from '../../subgraphs/kit/seals/messages.ts';
import { enterScope, runTraced } from '../../subgraphs/kit/server/requestState.ts';
import { createDirect, type Direct } from '../harness/attack/direct.ts';
import { freshKey, leadInput, referralOf, referredLead, until } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const NUMBERS = [HUANG_CASE.policeNumber, HUANG_CASE.prosecutionNumber, HUANG_CASE.courtNumber];

/** Every way to the case of the story, to its records, and to the offender's part in them. */
const WAYS = operation<{
  byId: object | null;
  cases: { edges: object[]; pageInfo: { hasNextPage: boolean } };
  person: Record<'policeCases' | 'prosecutionCases' | 'courtCases' | 'referrals', object[] | null> | null;
}>(`query Ways($id: ID!, $person: ResidentIdNumber!, $first: Int) {
  byId: case(id: $id) { id }
  n0: caseByNumber(number: "${NUMBERS[0]}") { id }
  n1: caseByNumber(number: "${NUMBERS[1]}") { id }
  n2: caseByNumber(number: "${NUMBERS[2]}") { id }
  cases(first: $first, filter: { region: "${HUANG_CASE.region}" }) { edges { node { id } } pageInfo { hasNextPage } }
  person(idNumber: $person) { policeCases { id } prosecutionCases { id } courtCases { id } referrals { id } }
}`);

const REFERRALS = operation('query Newest { referrals(first: 100) { edges { node { id } } } }');
const CASE_OF_LEAD = operation<object>(`query CaseOfLead($id: ID!) {
  aidLead(id: $id) {
    caseNumber
    case { id number policeCase { number } trials { number } mediations { number } legalAidCases { number } }
    referral { case { id number } deadlines { step } availableActions { action } }
    changes { action status }
  }
}`);

describe('a sealed juvenile record', () => {
  let system: TestSystem;
  let direct: Direct;
  let prosecutor: Asker;
  let officer: Asker;
  let chief: Asker;
  /** A lead on the case that is sealed, and one on a case of another region, which the viewers do not see either. */
  let aidLeadId: string;
  let elsewhere: string;
  let referral: string;
  /** Of a lead that names the offender himself. */
  let hisReferral: string;
  /** How many cases there are in the district before the seal. */
  let unsealed: number;
  const offender = { id: HUANG_CASE.id, person: SUSPECT.idNumber, first: 100 };

  before(async () => {
    system = await startSystem({ demo: { cases: 120, leads: 40 } });
    direct = createDirect(system);
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    officer = await system.people.as('womens-federation.shenyang.officer');
    chief = await system.people.as('courts.shenyang.supervisor');
    aidLeadId = await referredLead(system, officer, { caseNumber: HUANG_CASE.courtNumber });
    referral = await referralOf(officer, aidLeadId);
    elsewhere = await referredLead(system, officer);
    const applicant = { name: SUSPECT.name, idNumber: SUSPECT.idNumber };
    const onHim = await referredLead(system, officer, { applicant, caseNumber: HUANG_CASE.courtNumber });
    hisReferral = await referralOf(officer, onHim);
    const ofElsewhere = `select case_id from referrals where id = '${await referralOf(officer, elsewhere)}'`;
    await run('exchange', `update cases set region_code = '210202' where id = (${ofElsewhere})`);
  });
  after(() => system.stop());

  async function run<Row extends object>(part: string, sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: seeingAllRows(system.databaseUrls[part] as string) });
    await client.connect();
    const { rows } = await client.query(sql, values).finally(() => client.end());
    return rows;
  }
  /** The tables that hold records on cases, and for whom the rows of the case are sealed in each. */
  const MARKED = {
    police: 'police_cases',
    prosecutors: 'prosecution_cases',
    courts: 'court_cases',
    justice: 'mediations',
  } as const;
  async function marks(): Promise<(string[] | null)[]> {
    const of = async ([part, table]: [string, string]) => {
      const sql = `select distinct sealed_for from ${table} where case_id = $1`;
      const rows = await run<{ sealed_for: string[] | null }>(part, sql, [HUANG_CASE.id]);
      return rows.map(({ sealed_for }) => sealed_for);
    };
    return (await Promise.all(Object.entries(MARKED).map(of))).flat();
  }
  const untilMarked = (authorities: string[] | null) =>
    until(`marked for ${authorities}`, async () =>
      (await marks()).every((each) => JSON.stringify(each) === JSON.stringify(authorities)),
    );
  const seal = (reason = '依法封存', caseId: string = HUANG_CASE.id) => ({ input: { ...freshKey(), caseId, reason } });
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
  /** What agencies answer for the case to somebody of each agency who comes without the exchange. */
  async function answeredDirectly(): Promise<string[]> {
    const fields = { police: 'policeCase', prosecutors: 'prosecution', courts: 'trials', justice: 'mediations' };
    const seen: string[] = [];
    for (const [part, field] of Object.entries(fields))
      for (const agency of ['POLICE', 'PROSECUTORS', 'COURTS', 'JUSTICE', 'WOMENS_FEDERATION']) {
        const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Case { ${field} { number } } } }`;
        const of = [{ __typename: 'Case', id: HUANG_CASE.id }];
        const { data } = await direct.ask(part, query, { of }, { agency });
        if (/"number":"/.test(JSON.stringify(data))) seen.push(`${part} to ${agency}`);
      }
    return seen;
  }

  /** How many records on the offender a prosecutor reads under a referral that names him. */
  async function recordsOfOffender(): Promise<(number | undefined)[]> {
    const { data } = await prosecutor.under(hisReferral).answer(WAYS, offender);
    const { policeCases, prosecutionCases, courtCases } = data?.person ?? {};
    return [policeCases, prosecutionCases, courtCases].map((each) => each?.length);
  }

  it('is there for every agency of its region before it is sealed', async () => {
    for (const username of WHO)
      assert.ok(isSeen(await (await system.people.as(username)).answer(WAYS, offender)), username);
    const { data } = await prosecutor.answer(WAYS, offender);
    unsealed = data?.cases.edges.length ?? 0;
    assert.ok(unsealed > 2 && unsealed < 100, `${unsealed} cases`);
    assert.equal((await answeredDirectly()).length, 20);
    assert.deepEqual(await recordsOfOffender(), [1, 1, 1]);
  });

  it('is sealed by a supervisor of an authority that holds a record on it, with a reason, and by nobody else', async () => {
    const judge = await system.people.as('courts.shenyang.judge');
    const code = async (asker: Asker, variables: ReturnType<typeof seal>) =>
      (await asker.ask(operations.CourtsSealCaseDocument, variables)).courtsSealCase.problems.map((each) => each.code);
    assert.deepEqual(await code(judge, seal()), ['NOT_PERMITTED']);
    assert.deepEqual(await code(await system.people.as('police.shenyang.supervisor'), seal()), ['NOT_PERMITTED']);
    assert.deepEqual(await code(chief, seal(' ')), ['REQUIRED']);
    assert.deepEqual(await code(chief, seal('依法封存', randomUUID())), ['NOT_FOUND']);
    const { courtsUnsealCase } = await chief.ask(operations.CourtsUnsealCaseDocument, seal());
    assert.deepEqual(
      courtsUnsealCase.problems.map((each) => [each.code, 'currentStatus' in each && each.currentStatus]),
      [['STATUS_CONFLICT', 'UNSEALED']],
    );
    assert.deepEqual(await marks(), [null, null, null, null]);
  });

  describe('once the court has sealed it', () => {
    before(async () => {
      // One agency is away and is told when it comes back.
      await system.stopPart('justice');
      const sealing = seal();
      const { courtsSealCase } = await chief.ask(operations.CourtsSealCaseDocument, sealing);
      assert.deepEqual([courtsSealCase.case?.id, courtsSealCase.problems], [HUANG_CASE.id, []]);
      const courts = await run<{ sealed_for: string[] }>(
        'courts',
        'select sealed_for from court_cases where case_id = $1',
        [HUANG_CASE.id],
      );
      assert.ok(
        courts.every(({ sealed_for }) => sealed_for?.join() === 'COURTS'),
        'its own records at once',
      );
      const again = await chief.ask(operations.CourtsSealCaseDocument, sealing);
      assert.deepEqual(again.courtsSealCase.problems, [], 'the same key does it once');
      const { courtsSealCase: twice } = await chief.ask(operations.CourtsSealCaseDocument, seal());
      assert.deepEqual(
        twice.problems.map((each) => each.code),
        ['STATUS_CONFLICT'],
      );
      await until('a first failed try', async () => {
        const tried = await run<{ attempts: number }>(
          'exchange',
          "select attempts from seal_notices where to_agency = 'JUSTICE' and attempts > 0",
        );
        return tried.length > 0;
      });
      await system.startPart('justice');
      await untilMarked(['COURTS']);
      await until('the whole is told', async () => {
        const left = await run('exchange', "select from seal_notices where state <> 'DELIVERED'");
        return left.length === 0;
      });
    });

    it('is seen by nobody else, by its id, any of its numbers, in no list, and not as a count', async () => {
      for (const username of WHO) {
        const asker = await system.people.as(username);
        const answer = await asker.answer(WAYS, offender);
        assert.ok(!isSeen(answer), username);
        const page = (await asker.answer(WAYS, { ...offender, first: unsealed - 1 })).data?.cases;
        assert.equal(answer.data?.cases.edges.length, unsealed - 1, `${username}: one less, and no gap`);
        assert.deepEqual(
          [page?.edges.length, page?.pageInfo.hasNextPage],
          [unsealed - 1, false],
          `${username}: nor a page more`,
        );
      }
      for (const username of ['hub.operator', 'hub.auditor']) {
        const { data } = await (await system.people.as(username)).answer(REFERRALS, {});
        assert.ok(!JSON.stringify(data).includes(referral), `${username}: nor what was sent about it`);
      }
    });

    it('is answered by no agency to another, also where the exchange is not asked, but for who sealed it', async () => {
      assert.deepEqual(await answeredDirectly(), [
        'police to POLICE',
        'police to COURTS',
        'prosecutors to PROSECUTORS',
        'prosecutors to COURTS',
        'courts to COURTS',
        'justice to COURTS',
        'justice to JUSTICE',
      ]);
      const judge = await system.people.as('courts.heping.judge');
      const answer = await judge.answer(WAYS, offender);
      assert.ok(isSeen(answer));
      assert.equal(answer.data?.cases.edges.length, unsealed);
    });

    it('is not reached by the offender’s number under a referral that names him and the case', async () => {
      assert.deepEqual(await recordsOfOffender(), [0, 1, 0], 'but for the prosecutors’ own');
    });

    it('leaks nothing by a statement that forgets every condition', async () => {
      for (const [part, table] of Object.entries(MARKED)) {
        const db = connectForRequests(system.databaseUrls[part] as string, 1);
        const rows = await runTraced('test', async () => {
          enterScope({ region: '/', agency: 'WOMENS_FEDERATION' });
          return await db(table).where({ case_id: HUANG_CASE.id });
        });
        await db.destroy();
        assert.deepEqual(rows, [], table);
      }
    });

    it('leaves the lead and its referral as they are to those who work on them', async () => {
      const leader = await system.people.as('prosecutors.shenyang.leader');
      const askers = { officer, prosecutor, leader };
      for (const [name, asker] of Object.entries(askers)) {
        const [sealed, other] = [await workOn(asker, aidLeadId), await workOn(asker, elsewhere)];
        assert.deepEqual(sealed, other, `${name}, as a lead whose case is of another region`);
        assert.match(JSON.stringify(sealed), /"referral":{"id":"ID","status":"RECEIVED"/);
      }
      // Without a referral that is named, not even that: every lead of a page looks the same.
      const { data } = await leader.answer(operations.LeadPageDocument, { first: 50 });
      const shapes = data?.aidLeads.edges.map(({ node }) => [node.case, node.referral === null]);
      assert.ok(shapes && shapes.length > 10);
      assert.deepEqual(new Set(shapes.map((each) => JSON.stringify(each))), new Set(['[null,false]']));
    });

    /** What somebody sees of a lead by the documents of schema/operations, but for ids, numbers and moments. */
    async function workOn(asker: Asker, id: string): Promise<unknown[]> {
      const named = asker.username.startsWith('prosecutors') ? asker.under(await referralOf(asker, id)) : asker;
      const its = { referral: await referralOf(asker, id) };
      const answers = [asker, named].flatMap((who) => [
        who.answer(operations.LeadReferralDocument, { id }),
        who.answer(operations.LeadProgressDocument, { id }),
        who.answer(operations.LeadBackgroundDocument, { id }),
        who.answer(operations.ReferralSidesDocument, { id }),
        who.answer(operations.ReferralViewDocument, { id: its.referral }),
        who.answer(operations.ReferralWindowDocument, its),
        who.answer(CASE_OF_LEAD, { id }),
      ]);
      const settled = await Promise.all<GraphqlAnswer<unknown>>(answers);
      // Errors of agencies that are asked at the same time come in any order.
      const order = ({ path }: GraphQLFormattedError) => String(path);
      for (const { errors } of settled) errors?.sort((one, other) => order(one).localeCompare(order(other)));
      const text = JSON.stringify(settled)
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
        .replace(/\d{4}-\d\d-\d\dT[^"]*/g, 'TIME')
        .replace(/"sequence":\d+/g, '"sequence":0')
        .replace(/妇救线索〔\d+〕\d+号|（\d+）辽0102刑初\d+号/g, 'NUMBER');
      return JSON.parse(text);
    }

    it('marks rows that arrive later, and takes a notice that comes late, twice or forged for nothing', async () => {
      await run(
        'courts',
        `insert into court_cases
           select (jsonb_populate_record(c, '{"id":"aaaaaaaa-0000-7000-8000-0000000000aa","number":"（2023）辽0102刑初99998号","sealed_for":null}')).*
           from court_cases c where case_id = $1 limit 1`,
        [HUANG_CASE.id],
      );
      await untilMarked(['COURTS']);
      const post = async (jws: string) => {
        const response = await fetch(`${system.config.urls.justice}/seals`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ jws }),
        });
        return response.status;
      };
      const hub = await loadAgencyKeys(system.config.keysFolder, 'HUB');
      const police = await loadAgencyKeys(system.config.keysFolder, 'POLICE');
      const [{ sequence }] = (await run<{ sequence: string }>(
        'justice',
        'select sequence from case_seals where case_id = $1',
        [HUANG_CASE.id],
      )) as [{ sequence: string }];
      const notice = { to: 'JUSTICE', case: HUANG_CASE.id, sealedFor: [], sequence: Number(sequence) };
      assert.equal(await post(await signSealNotice(notice, hub)), 200, 'of a step that is known');
      assert.equal(await post(await signSealNotice({ ...notice, sequence: notice.sequence + 1 }, police)), 422);
      assert.equal(await post(await signSealNotice({ ...notice, to: 'COURTS', sequence: 99 }, hub)), 422);
      await untilMarked(['COURTS']);
    });

    it('is as unknown to a new lead as a number that nobody has', async () => {
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

    it('opens again when the last authority that sealed it unseals it', async () => {
      const police = await system.people.as('police.shenyang.supervisor');
      const { policeSealCase } = await police.ask(operations.PoliceSealCaseDocument, seal());
      assert.deepEqual(policeSealCase.problems, []);
      await untilMarked(['COURTS', 'POLICE']);
      const { courtsUnsealCase } = await chief.ask(operations.CourtsUnsealCaseDocument, seal('撤销封存'));
      assert.deepEqual(courtsUnsealCase.problems, []);
      await untilMarked(['POLICE']);
      assert.ok(!isSeen(await prosecutor.answer(WAYS, offender)));
      const { policeUnsealCase } = await police.ask(operations.PoliceUnsealCaseDocument, seal('撤销封存'));
      assert.deepEqual(policeUnsealCase.problems, []);
      await untilMarked(null);
      for (const username of WHO)
        assert.ok(isSeen(await (await system.people.as(username)).answer(WAYS, offender)), username);
      assert.equal((await answeredDirectly()).length, 20);
      const steps = await run<{ agency: string; action: string; role: string; reason: string }>(
        'exchange',
        'select agency, action, role, reason from case_seal_steps where case_id = $1 order by sequence',
        [HUANG_CASE.id],
      );
      assert.deepEqual(
        steps.map(({ agency, action }) => `${agency} ${action}`),
        ['COURTS SEAL', 'POLICE SEAL', 'COURTS UNSEAL', 'POLICE UNSEAL'],
      );
      assert.ok(steps.every(({ role, reason }) => role === 'supervisor' && reason.length > 0));
    });
  });
});
