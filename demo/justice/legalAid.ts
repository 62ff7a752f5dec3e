import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import { handOver } from '../exchange/handovers.ts';
import type { Referral } from '../exchange/referrals.ts';
import type { RegisteredCase } from '../exchange/register.ts';
import type { Person } from '../people/persons.ts';
import type { Place } from '../places/places.ts';
import type { Lead } from '../womens-federation/lead.ts';
import type { World } from '../world/world.ts';

const MATTERS = [
  ['CRIMINAL_DEFENCE', 20],
  ['CRIME_VICTIM', 14],
  ['DOMESTIC_VIOLENCE', 14],
  ['MAINTENANCE', 16],
  ['LABOUR', 22],
  ['PERSONAL_INJURY', 14],
] as const;

interface LegalAid {
  place: Place;
  matter: string;
  applicant: Person;
  appliedAt: Date;
  registered: RegisteredCase | null;
}

function addLegalAidCase(
  { rows, random, numbers, calendar }: World,
  { place, matter, applicant, appliedAt, registered }: LegalAid,
): void {
  const age = calendar.now.getTime() - appliedAt.getTime();
  const isRecent = age < 20 * 86_400_000;
  const status = isRecent
    ? random.weighted([
        ['APPLIED', 40],
        ['APPROVED', 30],
        ['ASSIGNED', 30],
      ] as const)
    : random.weighted([
        ['CONCLUDED', 78],
        ['ASSIGNED', 14],
        ['REFUSED', 8],
      ] as const);
  rows.add('JUSTICE', 'legal_aid_cases', {
    id: random.uuid(appliedAt),
    number: numbers.document(`${place.short}援`, appliedAt),
    matter,
    status,
    region_code: place.code,
    applicant_token: applicant.token,
    applied_on: shanghaiDay(appliedAt),
    case_id: registered?.id ?? null,
  });
  registered?.agencies.add('JUSTICE');
}

/** Legal aid that belongs to no case of the register. */
export function addLegalAid(world: World, place: Place, appliedAt: Date): void {
  const { random, persons } = world;
  const applicant = persons.invent(place, appliedAt, { age: [18, 75] });
  addLegalAidCase(world, { place, matter: random.weighted(MATTERS), applicant, appliedAt, registered: null });
}

/** A lead that was referred onward: the prosecutors hand it to legal aid, in the same line. */
export function addLegalAidAfter(world: World, lead: Lead, parent: Referral): void {
  const { calendar } = world;
  const { registered } = lead.background;
  const sentAt = new Date((parent.life.endedAt ?? lead.createdAt).getTime() + 60_000);
  const acceptedAt = calendar.after(sentAt, 1, 6);
  const concludedAt = calendar.after(acceptedAt, 1, 4);
  const applicant = lead.applicant.person;
  handOver(world, {
    kind: 'LEGAL_AID',
    from: 'PROSECUTORS',
    to: 'JUSTICE',
    subjectId: lead.id,
    registered,
    persons: [applicant],
    parent,
    sentAt,
    acceptedAt,
    concludedAt,
    acknowledgedAt: calendar.after(concludedAt, 0, 3),
  });
  if (calendar.isPast(acceptedAt))
    addLegalAidCase(world, {
      place: registered.place,
      matter: 'CRIME_VICTIM',
      applicant,
      appliedAt: acceptedAt,
      registered,
    });
}
