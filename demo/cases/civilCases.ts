import { addExecution, addTrial, type PlannedTrial } from '../courts/trials.ts';
import { handOver, runsThroughHub } from '../exchange/handovers.ts';
import type { RegisteredCase } from '../exchange/register.ts';
import { addMediation, type Mediation } from '../justice/mediations.ts';
import type { Person } from '../people/persons.ts';
import type { Place } from '../places/places.ts';
import type { World } from '../world/world.ts';
import type { CaseBackground } from './caseBackground.ts';
import { SUITS, type Suit } from './natures.ts';

const MEDIATED = 0.45;

/** A civil case: mediated before or after the court took it in, or tried at once. Gives what aid may rest on. */
export function addCivilCase(world: World, place: Place, openedAt: Date): CaseBackground | null {
  const { random, register, persons } = world;
  const suit = random.weighted(SUITS.map((each) => [each, each.weight] as const));
  const registered = register.open('CIVIL', place, openedAt);
  const plaintiff = persons.invent(
    place,
    openedAt,
    suit.hardship ? { sex: 'FEMALE', age: [22, 55] } : { age: [22, 70] },
  );
  const defendant = persons.invent(place, openedAt, {
    ...(suit.hardship ? { sex: 'MALE', age: [24, 60] } : { age: [22, 70] }),
    mayBeKnown: true,
  });
  const parties = [plaintiff, defendant];
  if (!random.chance(MEDIATED)) litigate(world, registered, suit, parties, openedAt);
  else if (runsThroughHub(world, 'COURTS', 'JUSTICE', place.code, openedAt)) entrust(world, registered, suit, parties);
  else mediateFirst(world, registered, suit, parties);
  return suit.hardship
    ? { registered, victim: plaintiff, hardship: suit.hardship, matter: suit.cause, policeCaseId: null }
    : null;
}

/** An administrative case: a person against an authority. */
export function addAdministrativeCase(world: World, place: Place, openedAt: Date): void {
  const { random, register, persons, calendar } = world;
  const registered = register.open('ADMINISTRATIVE', place, openedAt);
  const plaintiff = persons.invent(place, openedAt, { age: [25, 75] });
  register.stage(registered, 'TRIAL', 'COURTS', openedAt);
  const trial = addTrial(world, {
    registered,
    field: '行',
    cause: random.pick(['不服行政处罚', '不履行法定职责', '政府信息公开', '工伤认定']),
    acceptedAt: openedAt,
    parties: [[plaintiff, 'PLAINTIFF']],
    results: [
      ['DISMISSED', 62],
      ['GRANTED', 23],
      ['PARTLY_GRANTED', 15],
    ],
    damages: null,
  });
  if (calendar.isPast(trial.inForceAt)) register.stage(registered, 'CLOSED', 'COURTS', trial.inForceAt);
}

function trialOf(
  registered: RegisteredCase,
  suit: Suit,
  [plaintiff, defendant]: readonly Person[],
  acceptedAt: Date,
): PlannedTrial {
  return {
    registered,
    field: '民',
    cause: suit.cause,
    acceptedAt,
    parties: [
      ...(plaintiff ? [[plaintiff, 'PLAINTIFF'] as const] : []),
      ...(defendant ? [[defendant, 'DEFENDANT'] as const] : []),
    ],
    results: [
      ['GRANTED', 45],
      ['PARTLY_GRANTED', 37],
      ['DISMISSED', 18],
    ],
    damages: suit.dispute === 'MARRIAGE_FAMILY' ? null : [2_000, 180_000],
  };
}

function litigate(
  world: World,
  registered: RegisteredCase,
  suit: Suit,
  parties: readonly Person[],
  acceptedAt: Date,
  hearingFrom?: Date,
): string {
  const { calendar, register, random } = world;
  if (hearingFrom === undefined) register.stage(registered, 'TRIAL', 'COURTS', acceptedAt);
  const plan = { ...trialOf(registered, suit, parties, acceptedAt), ...(hearingFrom && { hearingFrom }) };
  const trial = addTrial(world, plan);
  if (hearingFrom && calendar.isPast(hearingFrom)) register.stage(registered, 'TRIAL', 'COURTS', hearingFrom);
  if (!calendar.isPast(trial.inForceAt)) return trial.courtCaseId;
  if (trial.award === null || random.chance(0.6)) {
    register.stage(registered, 'CLOSED', 'COURTS', trial.inForceAt);
    return trial.courtCaseId;
  }
  const endedAt = addExecution(world, plan, trial.inForceAt);
  if (random.chance(0.75) && calendar.isPast(endedAt)) register.stage(registered, 'CLOSED', 'COURTS', endedAt);
  return trial.courtCaseId;
}

/** 委托调解: the court has taken the case in and entrusts its mediation, through the hub. */
function entrust(world: World, registered: RegisteredCase, suit: Suit, parties: readonly Person[]): void {
  const { calendar, register } = world;
  const sentAt = calendar.after(registered.openedAt, 1, 4);
  const acceptedAt = calendar.after(sentAt, 0, 1);
  if (!calendar.isPast(acceptedAt)) {
    litigate(world, registered, suit, parties, registered.openedAt);
    return;
  }
  const mediation = mediate(world, registered, suit, parties, acceptedAt);
  const isAgreed = mediation.outcome === 'AGREED';
  const isOver = calendar.isPast(mediation.concludedAt);
  register.stage(registered, 'TRIAL', 'COURTS', registered.openedAt);
  register.stage(registered, 'MEDIATION', 'JUSTICE', acceptedAt);
  let courtCaseId: string;
  if (isAgreed || !isOver) {
    const plan = trialOf(registered, suit, parties, registered.openedAt);
    courtCaseId = addTrial(world, { ...plan, mediatedAt: mediation.concludedAt }).courtCaseId;
    if (isOver) register.stage(registered, 'CLOSED', 'COURTS', mediation.concludedAt);
  } else {
    courtCaseId = litigate(world, registered, suit, parties, registered.openedAt, mediation.concludedAt);
  }
  handOver(world, {
    kind: 'COURT_MEDIATION',
    from: 'COURTS',
    to: 'JUSTICE',
    subjectId: courtCaseId,
    registered,
    persons: parties,
    sentAt,
    acceptedAt,
    startedAt: mediation.assignedAt,
    concludedAt: mediation.concludedAt,
    acknowledgedAt: calendar.after(mediation.concludedAt, 0, 3),
  });
}

/** 诉前调解: mediated before the court takes the case in, which it does where that fails. */
function mediateFirst(world: World, registered: RegisteredCase, suit: Suit, parties: readonly Person[]): void {
  const { calendar, register, numbers } = world;
  const { openedAt, place } = registered;
  register.number(registered, numbers.court(place.court, '诉前调', openedAt), 'COURTS', openedAt);
  const mediation = mediate(world, registered, suit, parties, openedAt);
  register.stage(registered, 'MEDIATION', 'JUSTICE', openedAt);
  if (!calendar.isPast(mediation.concludedAt)) return;
  const filedAt = calendar.after(mediation.concludedAt, 1, 6);
  if (mediation.outcome !== 'FAILED') register.stage(registered, 'CLOSED', 'JUSTICE', mediation.concludedAt);
  else if (calendar.isPast(filedAt)) litigate(world, registered, suit, parties, filedAt);
}

function mediate(
  world: World,
  registered: RegisteredCase,
  suit: Suit,
  parties: readonly Person[],
  acceptedAt: Date,
): Mediation {
  const organisation = world.random.weighted([
    ['DISTRICT_CENTRE', 5],
    ['SECTORAL', 3],
    ['CITY_CENTRE', 1],
  ] as const);
  return addMediation(world, {
    place: registered.place,
    registered,
    source: 'COURT',
    dispute: suit.dispute,
    organisation,
    parties,
    acceptedAt,
  });
}
