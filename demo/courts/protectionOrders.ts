import { addMonths, shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import type { Place } from '../places/places.ts';
import type { World } from '../world/world.ts';

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
