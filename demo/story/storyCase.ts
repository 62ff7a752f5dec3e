import { parseResidentId } from '../../subgraphs/kit/formats/residentId.ts';
import type { Person } from '../people/persons.ts';
import { addIncident } from '../police/incidents.ts';
import { addParty, addPoliceCase } from '../police/policeCases.ts';
import type { World } from '../world/world.ts';
import { CHILD, HUANG, HUANG_CASE, HUSBAND, type StoryPerson, SUSPECT } from './characters.ts';

/** Records of the story, by the day on which each agency took the case in. */
const FILED = new Date('2023-03-11T22:15:00+08:00');
const SOLVED = new Date('2023-03-14T15:30:00+08:00');
const PROSECUTED = new Date('2023-05-19T10:05:00+08:00');
const TRIED = new Date('2023-06-26T09:20:00+08:00');
const MEDIATED = new Date('2023-07-05T14:10:00+08:00');
const MEDIATION_FAILED = new Date('2023-07-21T16:00:00+08:00');
const IN_FORCE = new Date('2023-09-11T09:00:00+08:00');
const POLICE_CASE = '0186d107-4500-70d9-a8fe-ab08f2f877cb';
const PROSECUTION_CASE = '018831c0-d0e0-74bc-b226-c0eb647d9a9f';
const COURT_CASE = '0188f549-4600-7d0e-83e7-731812fe1675';
const MEDIATION = '018924ac-02c0-7709-8712-6562bee79ead';

export function addStoryCase(world: World): void {
  const { register, rows } = world;
  const place = world.places.find(({ code }) => code === HUANG_CASE.region);
  if (!place) throw new Error(`The story's district ${HUANG_CASE.region} is not among the places.`);
  const [huang, husband, child, suspect] = [HUANG, HUSBAND, CHILD, SUSPECT].map((person) =>
    addPerson(world, person),
  ) as [Person, Person, Person, Person];
  const registered = register.open('CRIMINAL', place, FILED, HUANG_CASE.id);
  register.number(registered, HUANG_CASE.policeNumber, 'POLICE', FILED);
  register.number(registered, HUANG_CASE.prosecutionNumber, 'PROSECUTORS', PROSECUTED);
  register.number(registered, HUANG_CASE.courtNumber, 'COURTS', TRIED);
  register.stage(registered, 'INVESTIGATION', 'POLICE', FILED);
  register.stage(registered, 'PROSECUTION', 'PROSECUTORS', PROSECUTED);
  register.stage(registered, 'TRIAL', 'COURTS', TRIED);
  register.stage(registered, 'EXECUTION', 'COURTS', IN_FORCE);
  registered.agencies.add('JUSTICE');

  const unit = place.branch;
  addIncident(world, place, unit, {
    kind: 'CRIMINAL',
    category: 'ASSAULT',
    status: 'FILED',
    at: new Date(FILED.getTime() - 2_100_000),
  });
  const policeCase = {
    id: POLICE_CASE,
    number: HUANG_CASE.policeNumber,
    kind: 'CRIMINAL',
    nature: 'INTENTIONAL_INJURY',
    unit,
  } as const;
  addPoliceCase(world, registered, {
    ...policeCase,
    filedAt: FILED,
    status: 'SOLVED',
    solvedAt: SOLVED,
    concludedAt: null,
  });
  addParty(world, POLICE_CASE, FILED, husband, 'VICTIM');
  addParty(world, POLICE_CASE, FILED, huang, 'REPORTER');
  addParty(world, POLICE_CASE, SOLVED, suspect, 'SUSPECT');

  rows.add('PROSECUTORS', 'prosecution_cases', {
    id: PROSECUTION_CASE,
    number: HUANG_CASE.prosecutionNumber,
    case_id: registered.id,
    region_code: place.code,
    charge: HUANG_CASE.charge,
    status: 'INDICTED',
    received_on: '2023-05-19',
    decided_on: '2023-06-21',
  });
  const prosecuted = (person: Person, role: string) =>
    rows.add('PROSECUTORS', 'prosecution_parties', {
      prosecution_case_id: PROSECUTION_CASE,
      person_token: person.token,
      role,
    });
  prosecuted(husband, 'VICTIM');
  prosecuted(suspect, 'SUSPECT');

  rows.add('COURTS', 'court_cases', {
    id: COURT_CASE,
    number: HUANG_CASE.courtNumber,
    type: 'CRIMINAL',
    instance: 'FIRST',
    cause: HUANG_CASE.charge,
    status: 'IN_FORCE',
    accepted_on: '2023-06-26',
    judged_on: '2023-08-30',
    region_code: place.code,
    court_code: place.court,
    case_id: registered.id,
  });
  const tried = (person: Person, role: string) => {
    const row = { id: world.random.uuid(TRIED), court_case_id: COURT_CASE, person_token: person.token, role };
    rows.add('COURTS', 'court_case_parties', row);
  };
  tried(suspect, 'DEFENDANT');
  tried(husband, 'VICTIM');
  tried(huang, 'PLAINTIFF');
  tried(child, 'PLAINTIFF');
  rows.add('COURTS', 'judgments', {
    court_case_id: COURT_CASE,
    result: 'CONVICTED',
    summary: '被告人犯故意伤害罪，判处有期徒刑，并赔偿附带民事诉讼原告人经济损失；赔偿至今未履行。（演示，虚构）',
    awarded_compensation: HUANG_CASE.awardedCompensation,
    in_force_on: '2023-09-11',
  });

  const { id: organisation, mediatorIds } = place.organisations.DISTRICT_CENTRE;
  rows.add('JUSTICE', 'mediations', {
    id: MEDIATION,
    number: world.numbers.document(`${place.short}调`, MEDIATED),
    source: 'COURT',
    dispute_kind: 'DAMAGES',
    status: 'FAILED',
    region_code: place.code,
    organisation_id: organisation,
    mediator_id: mediatorIds[0],
    accepted_at: MEDIATED,
    assigned_at: new Date(MEDIATED.getTime() + 5_400_000),
    concluded_at: MEDIATION_FAILED,
    agreement_amount: null,
    case_id: registered.id,
  });
  for (const [index, person] of [huang, suspect].entries()) {
    rows.add('JUSTICE', 'mediation_parties', {
      mediation_id: MEDIATION,
      position: index + 1,
      person_token: person.token,
    });
  }
}

function addPerson({ persons, secrets }: World, { name, idNumber, phone, address }: StoryPerson): Person {
  const id = parseResidentId(idNumber);
  if (!id.ok) throw new Error(`The identity number of ${name} is not valid.`);
  const { sex, birthDate, regionCode } = id.value;
  const person = {
    token: secrets.token(idNumber),
    name,
    idNumber,
    phone,
    address,
    sex,
    birthDate,
    registeredIn: regionCode,
    isProtected: false,
  };
  persons.add(person);
  return person;
}
