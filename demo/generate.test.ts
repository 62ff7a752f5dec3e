import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parseCaseNumber } from '../subgraphs/kit/formats/caseNumber.ts';
import { shanghaiDay } from '../subgraphs/kit/formats/day.ts';
import { compareMoney, times } from '../subgraphs/kit/formats/money.ts';
import { parsePhone } from '../subgraphs/kit/formats/phone.ts';
import { parseResidentId } from '../subgraphs/kit/formats/residentId.ts';
import { AGENCY_CODES, type AgencyCode } from './agencies.ts';
import type { Row } from './database/rows.ts';
import { tablesOf } from './database/tables.ts';
import { generate } from './generate.ts';
import { WAGES } from './places/districts.ts';
import { HUANG, HUANG_CASE } from './story/characters.ts';
import { createPlainSecrets } from './world/secrets.ts';

const NOW = new Date('2026-11-24T10:30:00+08:00');
const secrets = createPlainSecrets();
const make = (seed = 'test') => generate({ secrets, now: NOW, cases: 500, leads: 320, seed });
const city = make();
const of = (agency: AgencyCode, table: string) => city.rows.of(agency, table);
const values = (rows: readonly Row[], column: string) => new Set(rows.map((row) => row[column]));
const plain = (sealed: unknown) => String(sealed).replace(/^\w+:/, '');

function digest({ rows, messages, jobs }: typeof city): string {
  const all = AGENCY_CODES.flatMap((agency) => tablesOf(agency).map((table) => rows.of(agency, table)));
  return createHash('sha256')
    .update(JSON.stringify([all, messages, jobs]))
    .digest('hex');
}

test('the same seed gives the same rows, another seed other rows', () => {
  const first = digest(city);
  assert.equal(digest(make()), first);
  assert.notEqual(digest(make('another')), first);
});

test('it has as many cases and leads as were asked for', () => {
  assert.equal(of('HUB', 'cases').length, 500);
  assert.equal(of('WOMENS_FEDERATION', 'aid_leads').length, 320);
  assert.equal(city.counts.persons, of('POLICE', 'persons').length);
  assert.equal(city.counts.referrals, of('HUB', 'referrals').length);
});

test('every identity number and telephone number is valid in form, and no person is there twice', () => {
  const persons = of('POLICE', 'persons');
  assert.equal(values(persons, 'token').size, persons.length);
  for (const person of persons) {
    const id = parseResidentId(plain(person.id_number_sealed), shanghaiDay(NOW));
    assert.ok(id.ok, `${plain(person.id_number_sealed)}: ${id.ok || id.fault.code}`);
    assert.deepEqual([id.value.sex, id.value.birthDate], [person.sex, person.birth_date]);
    if (person.phone_sealed) assert.ok(parsePhone(plain(person.phone_sealed)).ok);
  }
});

test('every case number of the register is valid in form and given once', () => {
  const numbers = of('HUB', 'case_numbers');
  assert.equal(values(numbers, 'number').size, numbers.length);
  for (const { number } of numbers) {
    const parsed = parseCaseNumber(String(number));
    assert.ok(parsed.ok && parsed.value.number === number, String(number));
  }
});

test('leads and aid cases stand in every status that they can have', () => {
  const leads = of('HUB', 'referrals').filter(({ kind }) => kind === 'JUDICIAL_AID_LEAD');
  assert.deepEqual([...values(leads, 'status')].sort(), [
    'ACCEPTED',
    'ACKNOWLEDGED',
    'CONCLUDED',
    'ENTERED_IN_ERROR',
    'EXPIRED',
    'IN_PROGRESS',
    'ON_HOLD',
    'RECEIVED',
    'REFERRED_ONWARD',
    'REOPENED',
    'RETURNED',
    'SENT',
    'WITHDRAWN',
  ]);
  assert.ok(
    of('WOMENS_FEDERATION', 'aid_leads').some(({ referral_id }) => referral_id === null),
    'a draft',
  );
  assert.deepEqual([...values(of('PROSECUTORS', 'aid_cases'), 'status')].sort(), [
    'APPROVED',
    'CLOSED',
    'OPENED',
    'PAID',
    'PROPOSED',
    'REJECTED',
    'UNDER_REVIEW',
    'WAITING_FOR_MATERIALS',
  ]);
});

test('aid is there once for one case and one applicant, decided by another than the proposer, within the cap unless approved', () => {
  const aidCases = of('PROSECUTORS', 'aid_cases');
  const counting = aidCases.filter(({ approved, withdrawn }) => approved !== false && withdrawn === false);
  assert.equal(new Set(counting.map((row) => `${row.case_id} ${row.applicant_token}`)).size, counting.length);
  for (const row of aidCases.filter((each) => each.proposed_by !== null)) {
    assert.notEqual(row.proposed_by, row.decided_by);
    const year = Number(shanghaiDay(row.opened_at as Date).slice(0, 4)) - 1;
    const cap = times(`${WAGES[`${String(row.region_code).slice(0, 4)}00`]?.[year - 2018]}.00`, 36);
    assert.equal(compareMoney(String(row.proposed_amount), cap) > 0, row.exceeds_cap, String(row.number));
    if (row.exceeds_cap)
      assert.ok(row.approval_document && compareMoney(String(row.court_award), String(row.proposed_amount)) >= 0);
  }
});

test('a stage has the records that it needs', () => {
  const records: Record<string, Set<unknown>> = {
    MEDIATION: values(of('JUSTICE', 'mediations'), 'case_id'),
    TRIAL: values(of('COURTS', 'court_cases'), 'case_id'),
    EXECUTION: values(of('COURTS', 'court_cases'), 'case_id'),
    PROSECUTION: values(of('PROSECUTORS', 'prosecution_cases'), 'case_id'),
    INVESTIGATION: values(of('POLICE', 'police_cases'), 'case_id'),
  };
  for (const { case_id: id, stage } of of('HUB', 'case_stages'))
    assert.ok(records[String(stage)]?.has(id) ?? true, `${stage} of ${id}`);
});

test('nothing that people did is later than yesterday, and no job is due yet', () => {
  const today = shanghaiDay(NOW);
  for (const { header, recordedAt } of city.messages) {
    assert.ok(recordedAt <= NOW);
    if (header.from !== 'HUB') assert.ok(shanghaiDay(new Date(header.at)) < today, `${header.action} ${header.at}`);
  }
  for (const { runAt, key } of city.jobs) assert.ok(runAt > NOW, key);
});

test('both sides and the exchange agree on every referral that was delivered', () => {
  const sides = AGENCY_CODES.filter((agency) => agency !== 'HUB').flatMap((agency) => of(agency, 'referrals'));
  const byId = Map.groupBy(sides, ({ id }) => id);
  for (const referral of of('HUB', 'referrals')) {
    const both = byId.get(referral.id) ?? [];
    assert.equal(both.length, referral.status === 'SENT' ? 1 : 2);
    for (const side of both) assert.deepEqual([side.status, side.version], [referral.status, referral.version]);
  }
});

test('Ms Huang has her case and no lead', () => {
  const token = secrets.token(HUANG.idNumber);
  assert.ok(of('POLICE', 'case_parties').some((party) => party.person_token === token));
  assert.ok(
    of('COURTS', 'court_cases').some(
      ({ number, case_id }) => number === HUANG_CASE.courtNumber && case_id === HUANG_CASE.id,
    ),
  );
  assert.ok(
    !of('WOMENS_FEDERATION', 'aid_leads').some(
      (lead) => lead.applicant_token === token || lead.case_id === HUANG_CASE.id,
    ),
  );
});
