import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { HUANG, HUANG_CASE } from '../../demo/story/characters.ts';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import { createLead, freshKey, referralOf, untilVersion } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

/** The lists, and whose own officers in Heping and in the whole city go through them. */
const LISTS = {
  cases: ['womens-federation.heping.officer', 'womens-federation.shenyang.officer'],
  referrals: ['prosecutors.heping.prosecutor', 'prosecutors.shenyang.prosecutor'],
  aidLeads: ['womens-federation.heping.officer', 'womens-federation.shenyang.officer'],
  aidCases: ['prosecutors.heping.prosecutor', 'prosecutors.shenyang.prosecutor'],
  prosecutionCases: ['prosecutors.heping.prosecutor', 'prosecutors.shenyang.prosecutor'],
  incidents: ['police.heping.officer', 'police.shenyang.officer'],
  policeCases: ['police.heping.officer', 'police.shenyang.officer'],
  courtCases: ['courts.heping.judge', 'courts.shenyang.judge'],
  protectionOrders: ['courts.heping.judge', 'courts.shenyang.judge'],
  mediations: ['justice.dalian.officer', 'justice.shenyang.officer'],
  mediationOrganisations: ['justice.dalian.officer', 'justice.shenyang.officer'],
} as const;

/** A filter's region, and whether the list may hold anything of the viewer's own under it. */
const ELSEWHERE = ['210103', '２１０１０３', '210103001', '210181', '450200', '450000', '110000', '150425'];
const ABOVE = ['210000', '210100'];
const NONE = [
  '000000',
  '219999',
  '2101',
  '21010',
  '2101%',
  '210102%',
  '210_02',
  "210102' or '1'='1",
  '',
  '210102,210103',
];

describe('a region', () => {
  let system: TestSystem;
  before(async () => {
    // What the door lets through is no matter here: an attacker may come a hundred times for a hundredth of it.
    system = await startSystem({ demo: { cases: 250, leads: 120 }, env: { LIMITS_COST: '1000000000' } });
    // Protection orders are few: whether a district has one among so few cases is chance.
    for (const [id, region_code, number] of [
      ['aaaaaaaa-0000-7000-8000-000000000004', '210102', '（2026）辽0102民保令99999号'],
      ['aaaaaaaa-0000-7000-8000-000000000005', '210103', '（2026）辽0103民保令99999号'],
    ] as const)
      await like('courts', 'protection_orders', { id, region_code, number }, 'true');
  });
  after(() => system.stop());

  /** All region codes anywhere in an answer, but those of the institutions, which a record may have above its own region. */
  function regionsOf(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(regionsOf);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      if (key === 'unit' || key === 'court') return [];
      return key === 'region' ? [(inner as { code: string }).code] : regionsOf(inner);
    });
  }
  async function run(sql: string, part: string, values: unknown[] = []): Promise<void> {
    const client = new pg.Client({ connectionString: seeingAllRows(system.databaseUrls[part] as string) });
    await client.connect();
    await client.query(sql, values).finally(() => client.end());
  }
  /** Adds a record like another, but for these columns. */
  const like = (part: string, table: string, changes: object, where: string) =>
    run(`insert into ${table} select (jsonb_populate_record(t, $1)).* from ${table} t where ${where} limit 1`, part, [
      JSON.stringify(changes),
    ]);

  it('is not left by any filter, in any list, alone or many under aliases in one query', async () => {
    for (const [list, [district, city]] of Object.entries(LISTS)) {
      const own = district.includes('dalian') ? '2102' : '210102';
      const page = (region: string) =>
        `${list}(first: 100, filter: { region: ${JSON.stringify(region)} }) { ...Nodes }`;
      const type = `${list.charAt(0).toUpperCase()}${list.slice(1, -1)}Connection`;
      const fragment = `fragment Nodes on ${type} { edges { node { id region { code } } } pageInfo { hasNextPage } }`;
      const asker = await system.people.as(district);
      const regions = [...ELSEWHERE, ...(own === '210102' ? ['210200'] : ['210100', '210102'])];
      const aliases = regions.map((region, index) => `r${index}: ${page(region)}`).join('\n');
      const { data, errors } = await asker.answer(operation(`query Elsewhere { ${aliases} } ${fragment}`), {});
      assert.equal(errors, undefined, list);
      for (const found of Object.values(data ?? {}))
        assert.deepEqual(found, { edges: [], pageInfo: { hasNextPage: false } }, list);
      for (const region of ABOVE) {
        if (own === '2102' && region === '210100') continue;
        const { data: above } = await asker.answer(operation(`query Above { ${page(region)} } ${fragment}`), {});
        const codes = regionsOf(above);
        assert.ok(
          codes.every((code) => code.startsWith(own)),
          `${list} of ${region}: its own only`,
        );
        assert.ok(codes.length > 0 || own === '2102', `${list} of ${region}: its own`);
      }
      for (const region of NONE) {
        const { data: none, errors: said } = await asker.answer(
          operation(`query None { ${page(region)} } ${fragment}`),
          {},
        );
        assert.match(String(said?.[0]?.extensions?.code), /^REGION_CODE_(FORMAT|UNKNOWN)$/, `${list} of ${region}`);
        assert.deepEqual(regionsOf(none), [], `${list} of ${region}`);
      }
      const whole = await (await system.people.as(city)).answer(
        operation(`query City { ${page('210103')} } ${fragment}`),
        {},
      );
      assert.ok(
        new Set(regionsOf(whole.data)).has('210103'),
        `${list}: the city’s officer finds what the district’s does not`,
      );
    }
  });

  it('holds nothing but its own in a list without a filter, and after any cursor', async () => {
    for (const [list, [district, city]] of Object.entries(LISTS)) {
      const own = district.includes('dalian') ? '2102' : '210102';
      const document = operation<Record<string, { pageInfo: { endCursor: string | null } }>, { after: string | null }>(
        `query Page($after: String) { ${list}(first: 30, after: $after) { edges { node { region { code } } } pageInfo { endCursor } } }`,
      );
      const { data: cityPage } = await (await system.people.as(city)).answer(document, { after: null });
      const asker = await system.people.as(district);
      for (const after of [null, cityPage?.[list]?.pageInfo.endCursor ?? null]) {
        const { data } = await asker.answer(document, { after });
        assert.ok(
          regionsOf(data).every((code) => code.startsWith(own)),
          `${list} after ${after}`,
        );
      }
    }
  });

  it('opens the names of institutions of its own and below, and of procuratorates, which are public, everywhere', async () => {
    const document = operation<{ region: Record<string, unknown[]> }, { code: string }>(
      `query Institutions($code: RegionCode!) { region(code: $code) {
        policeUnits { code } courts { code } mediationOrganisations { id } procuratorates { code } } }`,
    );
    const counts = async (username: string, code: string) => {
      const { data } = await (await system.people.as(username)).answer(document, { code });
      const { policeUnits, courts, mediationOrganisations, procuratorates } = data?.region ?? {};
      return [policeUnits, courts, mediationOrganisations, procuratorates].map((each) => (each?.length ?? 0) > 0);
    };
    assert.deepEqual(await counts('police.heping.officer', '210102'), [true, true, true, true], 'its own');
    for (const code of ['210103', '210100', '210200'])
      assert.deepEqual(await counts('police.heping.officer', code), [false, false, false, true], code);
    assert.deepEqual(await counts('hub.operator', '210102'), [false, false, false, false], 'the hub serves nobody');
  });

  describe('is not left by going from record to record', () => {
    /** What belongs to Huang’s case and persons, but to a sister district. */
    const ids = {
      policeCase: 'aaaaaaaa-0000-7000-8000-000000000001',
      courtCase: 'aaaaaaaa-0000-7000-8000-000000000002',
      mediation: 'aaaaaaaa-0000-7000-8000-000000000003',
      child: 'aaaaaaaa-0000-7000-8000-000000000006',
      envelope: 'aaaaaaaa-0000-7000-8000-000000000007',
    };
    let heping: Asker;
    let city: Asker;
    let referral: string;

    before(async () => {
      const officer = await system.people.as('womens-federation.heping.officer');
      const applicant = { name: HUANG.name, idNumber: HUANG.idNumber };
      const aidLeadId = await createLead(system, officer, { applicant, caseNumber: HUANG_CASE.courtNumber });
      await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
      await untilVersion(officer, aidLeadId, 2);
      referral = await referralOf(officer, aidLeadId);
      heping = (await system.people.as('prosecutors.heping.prosecutor')).under(referral);
      city = (await system.people.as('prosecutors.shenyang.prosecutor')).under(referral);
      const ofCase = `case_id = '${HUANG_CASE.id}'`;
      const moved = { region_code: '210103' };
      await like('police', 'police_cases', { ...moved, id: ids.policeCase, number: 'A2101030000002023119999' }, ofCase);
      await run(
        `insert into case_parties select gen_random_uuid(), $1, person_token, role from case_parties p
           where exists (select from police_cases c where c.id = police_case_id and ${ofCase} and region_code = '210102')`,
        'police',
        [ids.policeCase],
      );
      await like('courts', 'court_cases', { ...moved, id: ids.courtCase, number: '（2023）辽0103刑初99999号' }, ofCase);
      await run(
        `insert into court_case_parties select gen_random_uuid(), $1, person_token, role from court_case_parties p
           where exists (select from court_cases c where c.id = court_case_id and ${ofCase} and region_code = '210102')`,
        'courts',
        [ids.courtCase],
      );
      await like('justice', 'mediations', { ...moved, id: ids.mediation, number: '沈沈调〔2023〕99999号' }, ofCase);
      const onward = { ...moved, id: ids.child, parent_id: referral };
      await like('exchange', 'referrals', onward, `id = '${referral}'`);
      const step = {
        ...moved,
        seq: 999_999,
        envelope_id: ids.envelope,
        referral_id: ids.child,
        action: 'NOTE',
        note: 'ELSEWHERE',
      };
      await like('exchange', 'ledger', step, `referral_id = '${referral}'`);
    });

    const DEEP = operation<{ case: { timeline: unknown[] } | null }>(`query Deep($id: ID!, $person: ResidentIdNumber!) {
      case(id: $id) {
        region { code }
        policeCase { id region { code } case { region { code } } parties { person { policeCases { id region { code } } } } }
        trials { id region { code } case { trials { id region { code } } } }
        mediations { id region { code } case { mediations { id } } organisation { region { code } } }
        aidLeads { id region { code } referral { ...Line } aidCase { id region { code } } }
        referrals { ...Line case { referrals { ...Line } } }
        timeline { what referral { ...Line } }
      }
      person(idNumber: $person) {
        policeCases { id region { code } case { policeCase { id region { code } } } }
        courtCases { id region { code } case { trials { id region { code } } } }
        referrals { ...Line }
      }
      referral(id: "00000000-0000-7000-8000-000000000000") { ...Line }
    }
    fragment Line on Referral {
      id region { code }
      children { id region { code } parent { id region { code } children { id region { code } } } }
      history { action note }
    }`);

    it('neither from case to records, persons, referrals and their line, nor back', async () => {
      const variables = { id: HUANG_CASE.id, person: HUANG.idNumber };
      const [own, whole] = [await heping.answer(DEEP, variables), await city.answer(DEEP, variables)];
      const [seen, all] = [JSON.stringify(own.data), JSON.stringify(whole.data)];
      for (const [what, id] of Object.entries(ids)) {
        if (what === 'envelope') continue;
        assert.ok(!seen.includes(id), `${what} of Shenhe by a prosecutor of Heping`);
        assert.ok(all.includes(id), `${what} of Shenhe by a prosecutor of the city`);
      }
      assert.ok(seen.includes(HUANG_CASE.region) && seen.includes(referral), 'what is of Heping is there');
      assert.deepEqual([...new Set(regionsOf(own.data))], ['210102']);
      assert.ok(!seen.includes('ELSEWHERE'), 'nor a step of it in its history');
      // The timeline has the steps of what the viewer's own agency sent.
      const timeline = async (username: string) =>
        (await (await system.people.as(username)).answer(DEEP, variables)).data?.case?.timeline.length ?? 0;
      const [ofHeping, ofShenyang] = [
        await timeline('womens-federation.heping.officer'),
        await timeline('womens-federation.shenyang.officer'),
      ];
      assert.equal(ofShenyang, ofHeping + 1, 'nor in the timeline, where the city sees it');
    });
  });
});
