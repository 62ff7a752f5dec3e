import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import type { Asker } from '../../demo/story/people.ts';
import { type DemoUser, loadUsers } from '../../identity/users.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { withinRegion } from '../../subgraphs/kit/formats/regions.ts';
import { createDirect, type Direct } from '../harness/attack/direct.ts';
import { createLead, freshKey, leadInput } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { registerCase } from '../harness/register.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const SHENHE = '210103';
const HEPING = '210102';
const FEDERATION = 'womens-federation.heping.officer';
const PROSECUTOR = 'prosecutors.heping.prosecutor';
/** Of the region, or above it, and of no agency that leads and aid cases are addressed to. */
const STRANGERS = ['police.heping.officer', 'courts.heping.judge', 'justice.shenyang.officer', 'hub.operator'];
const CHIEF = 'prosecutors.dalian.chief';

/** Where a record is asked for by its id alone: the query's field, and where the record stands. */
const BY_ID = {
  aidLead: ['womens-federation', 'aid_leads', 'id status region { code }'],
  aidCase: ['prosecutors', 'aid_cases', 'id status region { code }'],
  case: ['exchange', 'cases', 'id number numbers { number } agencies { code } timeline { what }'],
  referral: ['exchange', 'referrals', 'id status region { code } history { action } persons { __typename }'],
  incident: ['police', 'incidents', 'id number'],
  policeCase: ['police', 'police_cases', 'id number'],
  courtCase: ['courts', 'court_cases', 'id number'],
  mediation: ['justice', 'mediations', 'id number'],
} as const;

/**
 * What a subgraph gives for a reference, when the gateway asks it: the type, the table behind it with the column of the key,
 * and what is asked for.
 */
const REFERENCES: readonly (readonly [part: string, type: string, source: string, fields: string])[] = [
  ['courts', 'CourtCase', 'court_cases', 'number'],
  ['courts', 'JudicialConfirmation', 'judicial_confirmations', 'number'],
  ['courts', 'ProtectionOrder', 'protection_orders', 'number'],
  ['courts', 'Case', 'court_cases.case_id', 'trials { id }'],
  ['courts', 'Case', 'judicial_confirmations.case_id', 'judicialConfirmations { id }'],
  ['courts', 'Referral', 'referrals', 'courtsSide { status }'],
  ['police', 'Incident', 'incidents', 'number'],
  ['police', 'PoliceCase', 'police_cases', 'number'],
  ['police', 'Case', 'police_cases.case_id', 'policeCase { id }'],
  ['police', 'Referral', 'referrals', 'policeSide { status }'],
  ['justice', 'Mediation', 'mediations', 'number'],
  ['justice', 'LegalAidCase', 'legal_aid_cases', 'number'],
  ['justice', 'MediationOrganisation', 'mediation_organisations', 'name'],
  ['justice', 'Case', 'mediations.case_id', 'mediations { id }'],
  ['justice', 'Case', 'legal_aid_cases.case_id', 'legalAidCases { id }'],
  ['justice', 'Referral', 'referrals', 'justiceSide { status }'],
  ['prosecutors', 'AidCase', 'aid_cases', 'number'],
  ['prosecutors', 'ProsecutionCase', 'prosecution_cases', 'number'],
  ['prosecutors', 'Consultation', 'consultations', 'minutes'],
  ['prosecutors', 'Case', 'prosecution_cases.case_id', 'prosecution { id }'],
  ['prosecutors', 'Case', 'aid_cases.case_id', 'aidCases { id }'],
  ['prosecutors', 'AidLead', 'aid_cases.lead_id', 'aidCase { id }'],
  ['prosecutors', 'Referral', 'aid_cases.referral_id', 'aidCase { id }'],
  ['prosecutors', 'Referral', 'referrals', 'prosecutorsSide { status }'],
  ['womens-federation', 'AidLead', 'aid_leads', 'number'],
  ['womens-federation', 'Case', 'aid_leads.case_id', 'aidLeads { id }'],
  ['womens-federation', 'Referral', 'aid_leads.referral_id', 'aidLead { id }'],
  ['womens-federation', 'Referral', 'referrals', 'womensFederationSide { status }'],
  ['exchange', 'Case', 'cases', 'number'],
  ['exchange', 'Referral', 'referrals', 'status'],
];

describe('an id that was guessed, or found somewhere,', () => {
  let system: TestSystem;
  let direct: Direct;
  const databases = new Map<string, Knex>();

  before(async () => {
    system = await startSystem({ demo: { cases: 250, leads: 120 } });
    direct = createDirect(system);
    for (const part of AGENCY_PARTS) databases.set(part, connectDatabase(system.databaseUrls[part] as string, 1));
    for (const [part, , source] of REFERENCES) await haveOneInShenhe(part, source);
  });
  after(async () => {
    await Promise.all([...databases.values()].map((db) => db.destroy()));
    await system.stop();
  });

  const db = (part: string) => databases.get(part) as Knex;
  /** Keys of records of a region. */
  async function keysIn(part: string, source: string, region: string, most = 3): Promise<string[]> {
    const [table, column = 'id'] = source.split('.') as [string, string?];
    const keys: string[] = await db(part)(table)
      .where('region_code', region)
      .whereNotNull(column)
      .limit(most)
      .pluck(column);
    return keys;
  }
  /** Of what the demonstration has none in the district, one is moved there. */
  async function haveOneInShenhe(part: string, source: string): Promise<void> {
    if ((await keysIn(part, source, SHENHE, 1)).length > 0) return;
    const [table, column = 'id'] = source.split('.') as [string, string?];
    const other = await db(part)(table).whereNotNull(column).where('region_code', 'like', '2101%').first('id');
    await db(part)(table).where({ id: other.id }).update({ regionCode: SHENHE });
  }
  /** An answer without the id that was asked for, so that two answers can be compared. */
  const without = (answer: unknown, id: string) => JSON.stringify(answer).replaceAll(id, 'ID');

  async function givesNothing(asker: Asker, field: string, fields: string, id: string): Promise<void> {
    const document = operation(`query ById($id: ID!) { ${field}(id: $id) { ${fields} } }`);
    const found = await asker.answer(document, { id });
    assert.equal(found.data?.[field], null, `${field} by ${asker.username}`);
    const nothing = randomUUID();
    const missing = without(await asker.answer(document, { id: nothing }), nothing);
    assert.equal(without(found, id), missing, `${field} by ${asker.username}`);
  }

  it('of a record of another region gives what an id of nothing gives, to everybody', async () => {
    const outside = loadUsers().filter(({ region, agency }) => agency !== 'HUB' && !withinRegion(SHENHE, region));
    assert.ok(outside.length >= 10);
    for (const [field, [part, table, fields]] of Object.entries(BY_ID)) {
      const [id] = await keysIn(part, table, SHENHE, 1);
      assert.ok(id, `${field}: there is one in Shenhe`);
      for (const { username } of outside) await givesNothing(await system.people.as(username), field, fields, id);
      const own = await system.people.as(OWN[part] as string);
      const { data } = await own.answer(operation(`query ById($id: ID!) { ${field}(id: $id) { id } }`), { id });
      assert.ok(data?.[field], `${field}: the city’s own officer has it`);
    }
  });

  it('of another agency’s draft lead, aid case or referral gives nothing to whom it is not addressed', async () => {
    const officer = await system.people.as('womens-federation.shenyang.officer');
    const draft = await createLead(system, officer);
    const lead = await db('womens-federation')('aid_leads')
      .where({ regionCode: HEPING })
      .whereNotNull('referral_id')
      .first('id', 'referral_id');
    const inHeping = async (part: string, table: string) => (await keysIn(part, table, HEPING, 1))[0] as string;
    const attempts: readonly (readonly [field: string, id: string, usernames: readonly string[]])[] = [
      ['aidLead', draft, ['prosecutors.shenyang.prosecutor', 'prosecutors.shenyang.chief', ...STRANGERS]],
      ['aidLead', lead.id, STRANGERS],
      ['aidCase', await inHeping('prosecutors', 'aid_cases'), STRANGERS],
      ['referral', lead.referralId, STRANGERS.filter((name) => !name.startsWith('hub.'))],
      ['policeCase', await inHeping('police', 'police_cases'), [FEDERATION, 'courts.heping.judge', 'hub.operator']],
      ['courtCase', await inHeping('courts', 'court_cases'), [FEDERATION, 'police.heping.officer', 'hub.operator']],
      ['mediation', await inHeping('justice', 'mediations'), [FEDERATION, 'police.heping.officer', 'hub.operator']],
    ];
    for (const [field, id, usernames] of attempts)
      for (const username of usernames) await givesNothing(await system.people.as(username), field, 'id status', id);
  });

  it('put as a reference to a subgraph, in the gateway’s own name, gives what an id of nothing gives', async () => {
    for (const [part, type, source, fields] of REFERENCES) {
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on ${type} { ${fields} } } }`;
      const ids = await keysIn(part, source, SHENHE);
      assert.ok(ids.length > 0, `${part} ${type} ${source}: there is one in Shenhe`);
      const agency = part === 'exchange' ? 'HUB' : agencyOfPart(part);
      const as = async (id: string, region: string, who = agency) => {
        const roles = who === 'HUB' ? ['operator'] : ['officer'];
        return direct.ask<{ _entities: unknown[] }>(
          part,
          query,
          { of: [{ __typename: type, id }] },
          { agency: who, region, roles },
        );
      };
      const askers = part === 'exchange' ? ['PROSECUTORS', 'POLICE'] : [agency, 'JUSTICE', 'PROSECUTORS'];
      for (const who of askers) {
        for (const region of [HEPING, '210200', '210103999']) {
          const nothing = randomUUID();
          const missing = without(await as(nothing, region, who), nothing);
          for (const id of ids)
            assert.equal(without(await as(id, region, who), id), missing, `${type} ${source} by ${who} of ${region}`);
        }
      }
      if (part === 'exchange' && type === 'Case') continue;
      const nothing = randomUUID();
      const own = without(await as(ids[0] as string, part === 'exchange' ? '000000' : SHENHE), ids[0] as string);
      const none = without(await as(nothing, part === 'exchange' ? '000000' : SHENHE), nothing);
      assert.notEqual(own, none, `${part} ${type} ${source}: its own officer in Shenhe gets more`);
    }
  });

  it('takes no step on it, and tells no more than an id of nothing', async () => {
    const key = async (part: string, table: string) => (await keysIn(part, table, SHENHE, 1))[0] as string;
    const lead = { aidLeadId: await key('womens-federation', 'aid_leads'), expectedVersion: 2 };
    const sent = { referralId: await key('womens-federation', 'referrals'), expectedVersion: 2 };
    const received = { referralId: await key('prosecutors', 'referrals'), expectedVersion: 2 };
    const aid = { aidCaseId: await key('prosecutors', 'aid_cases'), expectedVersion: 1 };
    const day = '2026-01-05';
    const { expectedVersion: _, ...theLead } = lead;
    const measure = { kind: 'MEDICAL', provider: 'JUSTICE', status: 'PLANNED', startsOn: day, description: '测试。' };
    const steps: readonly (readonly [username: string, mutation: string, input: object])[] = [
      [FEDERATION, 'referAidLead', lead],
      [FEDERATION, 'updateAidLead', { ...lead, description: '测试。' }],
      [FEDERATION, 'cancelAidLead', { ...lead, reasonCode: 'RECORDED_BY_MISTAKE' }],
      [FEDERATION, 'womensFederationReferralStep', { ...sent, action: 'WITHDRAW', reasonCode: 'PERSON_DECLINES' }],
      [FEDERATION, 'womensFederationReferralStep', { ...sent, action: 'ACKNOWLEDGE' }],
      [FEDERATION, 'recordVisit', { ...theLead, visitedOn: day, findings: '测试。' }],
      [FEDERATION, 'recordAssistanceMeasure', { ...theLead, ...measure }],
      [PROSECUTOR, 'acceptAidLead', received],
      [PROSECUTOR, 'prosecutorsReferralStep', { ...received, action: 'RETURN', reasonCode: 'INCOMPLETE' }],
      [PROSECUTOR, 'requestAidMaterials', { ...aid, materials: ['证明'] }],
      [PROSECUTOR, 'recordAidMaterials', aid],
      [PROSECUTOR, 'proposeAid', { ...aid, amount: '1000', reason: '测试。' }],
      [PROSECUTOR, 'recordAidPayment', { ...aid, amount: '1', paidOn: day, voucher: '1' }],
      [PROSECUTOR, 'concludeAidLead', { ...aid, feedback: '测试。' }],
      [PROSECUTOR, 'prosecutorsReferralStep', { ...received, action: 'AGREE_WITHDRAWAL' }],
      [CHIEF, 'decideAid', { ...aid, approve: true, reason: '同意。' }],
      [CHIEF, 'prosecutorsReferralStep', { ...received, action: 'REOPEN', reasonCode: 'SITUATION_CHANGED' }],
    ];
    for (const [username, name, input] of steps) {
      const asker = await system.people.as(username);
      const isStep = name.endsWith('ReferralStep');
      const inputType = isStep ? 'ReferralStepInput' : `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const document = operation(
        `mutation Step($input: ${inputType}!) {
          ${name}(input: $input) { problems { __typename code message ... on InvalidInput { path received accepted } } }
        }`,
      );
      const { aidLeadId, referralId } = input as { aidLeadId?: string; referralId?: string };
      const id = aidLeadId ?? referralId ?? aid.aidCaseId;
      const nothing = randomUUID();
      const of = async (each: string) =>
        without(
          await asker.answer(document, {
            input: { ...freshKey(), ...JSON.parse(without(input, id).replaceAll('ID', each)) },
          }),
          each,
        );
      const missing = await of(nothing);
      assert.match(missing, /"code":"NOT_FOUND"/, `${name} by ${username}`);
      assert.equal(await of(id), missing, `${name} by ${username}`);
    }
  });

  it('of a case by its number is as unknown in another region as a number that nobody has; a new lead has it confirmed', async () => {
    const { id, number } = await registerCase(system.databaseUrls.exchange as string, 88_001, SHENHE);
    const nobodys = '（2023）辽0102刑初99998号';
    const byNumber = operation(`query ByNumber($number: CaseNumber!) { caseByNumber(number: $number) { id } }`);
    const create = operation<{ createAidLead: { aidLead: { case: unknown } | null; problems: { code: string }[] } }>(
      `mutation Create($input: CreateAidLeadInput!) { createAidLead(input: $input) {
        aidLead { case { id number kind stage region { code } } } duplicates { id } problems { code message ... on InvalidInput { path received accepted } } } }`,
    );
    for (const username of ['womens-federation.heping.officer', 'womens-federation.dalian.officer']) {
      const officer = await system.people.as(username);
      const find = async (asked: string) =>
        JSON.stringify(await officer.answer(byNumber, { number: asked })).replaceAll(asked, 'NUMBER');
      assert.equal(await find(number), await find(nobodys), username);
      const record = async (caseNumber: string) =>
        officer.answer(create, { input: { ...(await leadInput(system)), caseNumber } });
      const confirmed = await record(number);
      assert.deepEqual(
        confirmed.data?.createAidLead,
        { aidLead: { case: null }, duplicates: [], problems: [] },
        username,
      );
      assert.ok(!JSON.stringify(confirmed).includes(id), username);
      const { data } = await record(nobodys);
      assert.deepEqual(
        data?.createAidLead.problems.map(({ code }) => code),
        ['CASE_UNKNOWN'],
        username,
      );
    }
    const own = await system.people.as('womens-federation.shenhe.officer');
    const { data } = await own.answer(create, { input: { ...(await leadInput(system)), caseNumber: number } });
    assert.deepEqual(data?.createAidLead.problems, [], 'the district’s own officer records one on it');
  });
});

/** Whose own people see the record, for the whole of Shenyang. */
const OWN: Record<string, DemoUser['username']> = {
  police: 'police.shenyang.officer',
  justice: 'justice.shenyang.officer',
  courts: 'courts.shenyang.judge',
  prosecutors: 'prosecutors.shenyang.prosecutor',
  'womens-federation': 'womens-federation.shenyang.officer',
  exchange: 'hub.auditor',
};
