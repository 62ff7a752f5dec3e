import { addMonths, shanghaiDay } from '../subgraphs/kit/formats/day.ts';
import { addMediation } from './mediations.ts';
import type { Place } from './places.ts';
import { addIncident } from './policeRecords.ts';
import type { World } from './world.ts';

const DISPUTES = [
  ['NEIGHBOURS', 22],
  ['MARRIAGE_FAMILY', 20],
  ['PROPERTY_MANAGEMENT', 13],
  ['CONTRACT', 12],
  ['LABOUR', 9],
  ['CONSUMER', 7],
  ['HOUSING', 7],
  ['TRAFFIC_ACCIDENT', 5],
  ['TOURISM', 2],
  ['OTHER', 3],
] as const;
const SOURCES = [
  ['ONSITE', 52],
  ['HOTLINE_12348', 16],
  ['WEB_12348', 9],
  ['HOTLINE_12345', 19],
  ['LABOUR_ARBITRATION', 4],
] as const;
const ORGANISATIONS = [
  ['COMMITTEE', 50],
  ['DISTRICT_CENTRE', 25],
  ['BRAND_STUDIO', 15],
  ['SECTORAL', 10],
] as const;

/** A dispute that belongs to no case of the register. */
export function addDispute(world: World, place: Place, acceptedAt: Date): void {
  const { random, persons } = world;
  addMediation(world, {
    place,
    registered: null,
    source: random.weighted(SOURCES),
    dispute: random.weighted(DISPUTES),
    organisation: random.weighted(ORGANISATIONS),
    parties: [persons.invent(place, acceptedAt), persons.invent(place, acceptedAt)],
    acceptedAt,
  });
}

const INCIDENTS = [
  ['HELP', 'EMERGENCY_HELP', 30],
  ['HELP', 'MISSING_PERSON', 10],
  ['DISPUTE', 'FAMILY_DISPUTE', 20],
  ['DISPUTE', 'NEIGHBOUR_DISPUTE', 16],
  ['DISPUTE', 'CONSUMER_DISPUTE', 9],
  ['DISPUTE', 'LABOUR_DISPUTE', 6],
  ['DISPUTE', 'DEBT_DISPUTE', 5],
  ['PUBLIC_SECURITY', 'DISTURBANCE', 4],
] as const;

/** An incident that became no case. */
export function addOtherIncident(world: World, place: Place, at: Date): void {
  const { random, calendar } = world;
  const [kind, category] = random.weighted(
    INCIDENTS.map(([each, about, weight]) => [[each, about] as const, weight] as const),
  );
  const isToday = shanghaiDay(at) === calendar.lastDay;
  const status = isToday && random.chance(0.3) ? random.pick(['RECEIVED', 'DISPATCHED', 'HANDLING']) : 'CLOSED';
  addIncident(world, place, random.pick(place.stations), { kind, category, status, at });
}

/** A protection order 人身安全保护令: issued for six months as a rule, now and then refused. */
export function addProtectionOrder(world: World, place: Place, appliedAt: Date): void {
  const { random, persons, rows, numbers, calendar } = world;
  const applicant = persons.invent(place, appliedAt, { sex: 'FEMALE', age: [20, 68], isProtected: true });
  const respondent = persons.invent(place, appliedAt, { sex: 'MALE', age: [22, 70] });
  const isRefused = random.chance(0.12);
  const issuedAt = new Date(appliedAt.getTime() + random.int(2, 70) * 3_600_000);
  if (!calendar.isPast(issuedAt)) return;
  const issuedOn = shanghaiDay(issuedAt);
  const validUntil = addMonths(issuedOn, random.pick([3, 6, 6, 6]));
  const lived = validUntil < calendar.lastDay ? 'EXPIRED' : random.chance(0.06) ? 'REVOKED' : 'ISSUED';
  rows.add('COURTS', 'protection_orders', {
    id: random.uuid(appliedAt),
    number: numbers.court(place.court, '民保令', appliedAt),
    status: isRefused ? 'REFUSED' : lived,
    applied_on: shanghaiDay(appliedAt),
    issued_on: isRefused ? null : issuedOn,
    valid_until: isRefused ? null : validUntil,
    region_code: place.code,
    applicant_token: applicant.token,
    respondent_token: respondent.token,
    case_id: null,
  });
}
