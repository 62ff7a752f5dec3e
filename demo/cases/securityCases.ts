import { addConfirmation } from '../courts/confirmations.ts';
import { handOver } from '../exchange/handovers.ts';
import type { Referral } from '../exchange/referrals.ts';
import type { RegisteredCase } from '../exchange/register.ts';
import { addMediation, type Mediation } from '../justice/mediations.ts';
import type { Person } from '../people/persons.ts';
import type { Place } from '../places/places.ts';
import { addParty, addPoliceCase, openPoliceCase, type PoliceCase } from '../police/policeCases.ts';
import type { World } from '../world/world.ts';
import { OFFENCES, type Offence } from './natures.ts';

/** A public-security case: punished by the police, or handed to mediation and, where agreed, perhaps confirmed by the court. */
export function addSecurityCase(world: World, place: Place, openedAt: Date): void {
  const { random, register, persons } = world;
  const offence = random.weighted(OFFENCES.map((each) => [each, each.weight] as const));
  const registered = register.open('PUBLIC_SECURITY', place, openedAt);
  const policeCase = openPoliceCase(world, registered, offence);
  const suspect = persons.invent(place, openedAt, { age: [18, 66], mayBeKnown: true });
  const victims =
    offence.victims === 'NONE'
      ? []
      : [persons.invent(place, openedAt, offence.victims === 'WOMEN' ? { sex: 'FEMALE', isProtected: true } : {})];
  if (offence.dispute && random.chance(0.7)) mediate(world, registered, policeCase, offence, [...victims, suspect]);
  else conclude(world, registered, policeCase, openedAt, 25);
  addPoliceCase(world, registered, policeCase);
  for (const victim of victims) addParty(world, policeCase.id, openedAt, victim, 'VICTIM');
  addParty(world, policeCase.id, openedAt, suspect, 'SUSPECT');
}

/** The police end it, one case in twenty not as yet. */
function conclude(
  world: World,
  registered: RegisteredCase,
  policeCase: PoliceCase,
  from: Date,
  withinDays: number,
): void {
  const { random, calendar, register } = world;
  const isQuick = random.chance(0.35);
  const concludedAt = isQuick
    ? new Date(from.getTime() + random.int(2, 23) * 3_600_000)
    : calendar.after(from, 1, withinDays);
  if (!calendar.isPast(concludedAt) || random.chance(0.03)) return;
  policeCase.status = 'CONCLUDED';
  policeCase.concludedAt = concludedAt;
  register.stage(registered, 'CLOSED', 'POLICE', concludedAt);
}

function mediate(
  world: World,
  registered: RegisteredCase,
  policeCase: PoliceCase,
  offence: Offence,
  persons: readonly Person[],
): void {
  const { random, calendar, register } = world;
  const sentAt = calendar.after(registered.openedAt, 0, 3);
  if (!calendar.isPast(sentAt)) return;
  const acceptedAt = calendar.after(sentAt, 0, random.chance(0.85) ? 0 : 3);
  const line = {
    kind: 'POLICE_MEDIATION',
    from: 'POLICE',
    to: 'JUSTICE',
    subjectId: policeCase.id,
    registered,
    persons,
    sentAt,
    acceptedAt,
  } as const;
  if (random.chance(0.06)) {
    const code = random.pick(['INCOMPLETE', 'NOT_COMPETENT']);
    handOver(world, { ...line, returned: { at: acceptedAt, code } });
    conclude(world, registered, policeCase, acceptedAt, 25);
    return;
  }
  if (!calendar.isPast(acceptedAt)) {
    handOver(world, line);
    return;
  }
  const mediation = addMediation(world, {
    place: registered.place,
    registered,
    source: 'POLICE',
    dispute: offence.dispute ?? 'OTHER',
    organisation: random.chance(0.7) ? 'POLICE_STUDIO' : 'BRAND_STUDIO',
    parties: persons,
    acceptedAt,
  });
  const referral = handOver(world, {
    ...line,
    startedAt: mediation.assignedAt,
    concludedAt: mediation.concludedAt,
    acknowledgedAt: calendar.after(mediation.concludedAt, 0, 3),
  });
  register.stage(registered, 'MEDIATION', 'JUSTICE', acceptedAt);
  if (!calendar.isPast(mediation.concludedAt)) return;
  if (mediation.outcome !== 'AGREED') {
    register.stage(registered, 'INVESTIGATION', 'POLICE', mediation.concludedAt);
    conclude(world, registered, policeCase, mediation.concludedAt, 15);
    return;
  }
  policeCase.status = 'CONCLUDED';
  policeCase.concludedAt = mediation.concludedAt;
  register.stage(registered, 'CLOSED', 'POLICE', mediation.concludedAt);
  if (random.chance(0.5)) confirm(world, registered, mediation, persons, referral);
}

/** Both parties ask the court to confirm their agreement, within 30 days of it. */
function confirm(
  world: World,
  registered: RegisteredCase,
  mediation: Mediation,
  persons: readonly Person[],
  parent: Referral | null,
): void {
  const { calendar } = world;
  const sentAt = calendar.after(mediation.concludedAt, 1, 12);
  if (!calendar.isPast(sentAt)) return;
  const acceptedAt = calendar.after(sentAt, 0, 3);
  const ruledAt = calendar.after(acceptedAt, 3, 16);
  const referral = handOver(world, {
    kind: 'JUDICIAL_CONFIRMATION',
    from: 'JUSTICE',
    to: 'COURTS',
    subjectId: mediation.id,
    registered,
    persons,
    parent,
    sentAt,
    acceptedAt,
    concludedAt: ruledAt,
    acknowledgedAt: calendar.after(ruledAt, 0, 3),
  });
  addConfirmation(world, { registered, mediation, persons, referral, appliedAt: sentAt, acceptedAt, ruledAt });
}
