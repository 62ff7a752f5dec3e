import { addExecution, addTrial, type PlannedTrial } from '../courts/trials.ts';
import { handOver, runsThroughHub } from '../exchange/handovers.ts';
import type { Referral } from '../exchange/referrals.ts';
import type { RegisteredCase } from '../exchange/register.ts';
import { addMediation } from '../justice/mediations.ts';
import type { Person } from '../people/persons.ts';
import type { Place } from '../places/places.ts';
import { addParty, addPoliceCase, openPoliceCase, type PoliceCase } from '../police/policeCases.ts';
import { addProsecution } from '../prosecutors/prosecutions.ts';
import type { World } from '../world/world.ts';
import type { CaseBackground } from './caseBackground.ts';
import { CRIMES, type Crime } from './natures.ts';

interface Parties {
  victims: Person[];
  suspects: Person[];
  isSealed: boolean;
}

/** A criminal case from the police to the execution of the judgment, as far as it has come by now. Gives what aid may rest on. */
export function addCriminalCase(world: World, place: Place, openedAt: Date): CaseBackground | null {
  const { random, register, calendar } = world;
  const crime = random.weighted(CRIMES.map((each) => [each, each.weight] as const));
  const registered = register.open('CRIMINAL', place, openedAt);
  const policeCase = openPoliceCase(world, registered, crime);
  const parties = inventParties(world, place, crime, openedAt);
  const solvedAt = calendar.after(openedAt, 0, random.chance(0.7) ? 12 : 70);
  const transferredAt = calendar.after(solvedAt, 20, 75);
  if (random.chance(crime.solved) && calendar.isPast(solvedAt)) {
    policeCase.status = 'SOLVED';
    policeCase.solvedAt = solvedAt;
    if (calendar.isPast(transferredAt)) prosecute(world, { registered, policeCase, crime, parties, transferredAt });
    else if (random.chance(0.4))
      addProsecution(world, {
        registered,
        charge: crime.name,
        ...parties,
        receivedAt: solvedAt,
        decidedAt: null,
        status: 'ARREST_REVIEW',
      });
  } else {
    parties.suspects = [];
    const withdrawnAt = calendar.after(openedAt, 60, 200);
    if (random.chance(0.15) && calendar.isPast(withdrawnAt)) {
      policeCase.status = 'WITHDRAWN';
      register.stage(registered, 'CLOSED', 'POLICE', withdrawnAt);
    }
  }
  addPoliceCase(world, registered, policeCase);
  for (const victim of parties.victims) addParty(world, policeCase.id, openedAt, victim, 'VICTIM');
  for (const suspect of parties.suspects) addParty(world, policeCase.id, solvedAt, suspect, 'SUSPECT');
  const [victim] = parties.victims;
  if (victim && random.chance(0.3)) addParty(world, policeCase.id, openedAt, victim, 'REPORTER');
  return victim && crime.hardship
    ? { registered, victim, hardship: crime.hardship, matter: crime.name, policeCaseId: policeCase.id }
    : null;
}

function inventParties(world: World, place: Place, crime: Crime, at: Date): Parties {
  const { random, persons } = world;
  const victims: Person[] = [];
  if (crime.victims !== 'NONE') {
    const sex = crime.victims === 'WOMEN' || random.chance(0.45) ? 'FEMALE' : 'MALE';
    const age = crime.victims === 'WOMEN' && random.chance(0.15) ? ([8, 17] as const) : ([19, 71] as const);
    victims.push(persons.invent(place, at, { sex, age, isProtected: crime.protects }));
    if (random.chance(0.08)) victims.push(persons.invent(place, at));
  }
  const isSealed = random.chance(0.02);
  const age = isSealed ? ([15, 17] as const) : ([18, 62] as const);
  const suspects = [
    persons.invent(place, at, { sex: random.chance(0.86) ? 'MALE' : 'FEMALE', age, mayBeKnown: !isSealed }),
  ];
  if (random.chance(0.12)) suspects.push(persons.invent(place, at, { sex: 'MALE', age: [18, 50] }));
  return { victims, suspects, isSealed };
}

interface Transferred {
  registered: RegisteredCase;
  policeCase: PoliceCase;
  crime: Crime;
  parties: Parties;
  transferredAt: Date;
}

/** The prosecutors' part and, where they indict, the court's. */
function prosecute(world: World, { registered, policeCase, crime, parties, transferredAt }: Transferred): void {
  const { random, calendar, register } = world;
  policeCase.status = 'TRANSFERRED';
  const persons = [...parties.suspects, ...parties.victims];
  const receivedAt = calendar.after(transferredAt, 0, 1);
  const decidedAt = calendar.after(receivedAt, 8, random.chance(0.85) ? 27 : 42);
  const review = handOver(world, {
    kind: 'PROSECUTION_REVIEW',
    from: 'POLICE',
    to: 'PROSECUTORS',
    subjectId: policeCase.id,
    registered,
    persons,
    sentAt: transferredAt,
    acceptedAt: receivedAt,
    concludedAt: decidedAt,
    acknowledgedAt: calendar.after(decidedAt, 0, 3),
  });
  if (!calendar.isPast(receivedAt)) return;
  register.stage(registered, 'PROSECUTION', 'PROSECUTORS', receivedAt);
  const isDecided = calendar.isPast(decidedAt);
  const isIndicted = random.chance(0.88);
  const status = !isDecided ? 'PROSECUTION_REVIEW' : isIndicted ? 'INDICTED' : 'NOT_PROSECUTED';
  const prosecutionId = addProsecution(world, {
    registered,
    charge: crime.name,
    ...parties,
    receivedAt,
    decidedAt: isDecided ? decidedAt : null,
    status,
  });
  if (status === 'NOT_PROSECUTED') {
    policeCase.status = 'CONCLUDED';
    policeCase.concludedAt = decidedAt;
    register.stage(registered, 'CLOSED', 'PROSECUTORS', decidedAt);
  }
  if (status === 'INDICTED') indict(world, { registered, crime, parties, prosecutionId, decidedAt, review });
}

interface Indicted {
  registered: RegisteredCase;
  crime: Crime;
  parties: Parties;
  prosecutionId: string;
  decidedAt: Date;
  review: Referral | null;
}

function indict(world: World, { registered, crime, parties, prosecutionId, decidedAt, review }: Indicted): void {
  const { random, calendar, register } = world;
  const acceptedAt = calendar.after(decidedAt, 1, 5);
  if (parties.isSealed) registered.sealedAt = decidedAt;
  const trial: PlannedTrial = {
    registered,
    field: '刑',
    cause: crime.name,
    acceptedAt,
    parties: [
      ...parties.suspects.map((person) => [person, 'DEFENDANT'] as const),
      ...parties.victims.map((person) => [person, 'VICTIM'] as const),
    ],
    results: [
      ['CONVICTED', 95],
      ['EXEMPTED', 5],
    ],
    damages: random.chance(0.7) ? crime.damages : null,
  };
  const tried = calendar.isPast(acceptedAt) ? addTrial(world, trial) : null;
  handOver(world, {
    kind: 'INDICTMENT',
    from: 'PROSECUTORS',
    to: 'COURTS',
    subjectId: prosecutionId,
    registered,
    persons: [...parties.suspects, ...parties.victims],
    parent: review,
    sentAt: decidedAt,
    acceptedAt,
    ...(tried && {
      startedAt: calendar.after(acceptedAt, 2, 4),
      concludedAt: tried.judgedAt,
      acknowledgedAt: calendar.after(tried.judgedAt, 0, 4),
    }),
  });
  if (!tried) return;
  register.stage(registered, 'TRIAL', 'COURTS', acceptedAt);
  if (crime.damages && parties.victims.length > 0 && random.chance(0.15))
    mediateDamages(world, registered, crime, parties, tried.courtCaseId, acceptedAt);
  if (!calendar.isPast(tried.inForceAt)) return;
  if (tried.award === null || random.chance(0.35)) {
    register.stage(registered, 'CLOSED', 'COURTS', tried.inForceAt);
    return;
  }
  const endedAt = addExecution(world, trial, tried.inForceAt);
  if (random.chance(0.6) && calendar.isPast(endedAt)) register.stage(registered, 'CLOSED', 'COURTS', endedAt);
}

/** The civil part of a criminal case goes to mediation while the court has it. */
function mediateDamages(
  world: World,
  registered: RegisteredCase,
  crime: Crime,
  parties: Parties,
  courtCaseId: string,
  from: Date,
): void {
  const { calendar } = world;
  const sentAt = calendar.after(from, 1, 3);
  const acceptedAt = calendar.after(sentAt, 0, 1);
  if (!calendar.isPast(acceptedAt)) return;
  const persons = [...parties.victims, ...parties.suspects];
  const { code } = registered.place;
  const dispute = crime.code === 'TRAFFIC_CASUALTY' ? 'TRAFFIC_ACCIDENT' : 'DAMAGES';
  const mediation = addMediation(world, {
    place: registered.place,
    registered,
    source: 'COURT',
    dispute,
    organisation: 'DISTRICT_CENTRE',
    parties: persons,
    acceptedAt,
  });
  if (!runsThroughHub(world, 'COURTS', 'JUSTICE', code, sentAt)) return;
  handOver(world, {
    kind: 'COURT_MEDIATION',
    from: 'COURTS',
    to: 'JUSTICE',
    subjectId: courtCaseId,
    registered,
    persons,
    sentAt,
    acceptedAt,
    startedAt: mediation.assignedAt,
    concludedAt: mediation.concludedAt,
    acknowledgedAt: calendar.after(mediation.concludedAt, 0, 3),
  });
}
