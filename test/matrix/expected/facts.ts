import { v7 as uuidv7 } from 'uuid';
import { inventedIdNumber } from '../../harness/register.ts';
import type { About, Reader } from './oracle.ts';
import { mayRead } from './roles.ts';

/*
 * The records that the matrix asks for: a person and a case, and of every type a record on them; and all of that once more, on
 * somebody else. Both are asked for together, so that what opens the one cannot open its neighbour unnoticed. Where only the
 * parties of a referral see a row, there is one for each agency, so that the rules of the fields decide, and not the row.
 */

export const AGENCIES = ['POLICE', 'JUSTICE', 'COURTS', 'PROSECUTORS', 'WOMENS_FEDERATION', 'HUB'] as const;
export type Agency = (typeof AGENCIES)[number];

export const REGION = '210102';
/** Of the viewers: the city above, so that every row is within it. */
export const VIEWER_REGION = '210100';

/** What only some parties see, for one agency as the viewer. */
export interface PartyRecords {
  referral: string;
  /** Referrals before and after it in its line. */
  parent: string;
  child: string;
  aidLead: string;
  aidCase: string;
  measure: string;
  visit: string;
  payment: string;
  materialRequest: string;
}

/** A person as the police and the federation know one, and how the masks must show it: written out, since masks are tested too. */
interface Person {
  name: string;
  phone: string;
  address: string;
  masked: Readonly<Record<string, string>>;
}

/** One person and case, and the ids of the records on them. */
export interface Facts {
  /** Tells the numbers of its records from those of the other. */
  serial: number;
  person: Person & { token: string; idNumber: string };
  caseId: string;
  policeCase: string;
  incident: string;
  dispute: string;
  courtCase: string;
  confirmation: string;
  protectionOrder: string;
  organisation: string;
  mediator: string;
  mediation: string;
  legalAidCase: string;
  prosecutionCase: string;
  consultation: string;
  parties: Readonly<Record<Agency, PartyRecords>>;
}

const PERSONS: readonly [Person, Person] = [
  {
    name: '欧阳试验',
    phone: '13812345678',
    address: '辽宁省沈阳市和平区试验路1号',
    masked: {
      'PersonIdentity.idNumber': '210102************',
      'PersonIdentity.address': '辽宁省沈阳市和平区****',
      'PersonIdentity.phone': '138****5678',
      'AidLead.applicantName': '欧阳**',
    },
  },
  {
    name: '白试',
    phone: '024-22345678',
    address: '沈阳市试验路2号',
    masked: {
      'PersonIdentity.idNumber': '210102************',
      'PersonIdentity.address': '沈阳市****',
      'PersonIdentity.phone': '024-****5678',
      'AidLead.applicantName': '白**',
    },
  },
];

/** Both persons with their cases. @param tokenOf the token under which agencies join on a person */
export function inventFacts(tokenOf: (idNumber: string) => string): [Facts, Facts] {
  const invent = (person: Person, serial: number): Facts => {
    const idNumber = inventedIdNumber(serial);
    return { serial, person: { ...person, idNumber, token: tokenOf(idNumber) }, ...inventIds() };
  };
  return [invent(PERSONS[0], 77), invent(PERSONS[1], 78)];
}

function inventIds(): Omit<Facts, 'serial' | 'person'> {
  const parties = AGENCIES.map((agency) => [
    agency,
    {
      parent: uuidv7(),
      referral: uuidv7(),
      child: uuidv7(),
      aidLead: uuidv7(),
      aidCase: uuidv7(),
      measure: uuidv7(),
      visit: uuidv7(),
      payment: uuidv7(),
      materialRequest: uuidv7(),
    },
  ]);
  return {
    caseId: uuidv7(),
    policeCase: uuidv7(),
    incident: uuidv7(),
    dispute: uuidv7(),
    courtCase: uuidv7(),
    confirmation: uuidv7(),
    protectionOrder: uuidv7(),
    organisation: uuidv7(),
    mediator: uuidv7(),
    mediation: uuidv7(),
    legalAidCase: uuidv7(),
    prosecutionCase: uuidv7(),
    consultation: uuidv7(),
    parties: Object.fromEntries(parties) as Record<Agency, PartyRecords>,
  };
}

/** The key by which a viewer asks for the record of a type. @throws Error for a type that has none here: give it one */
export function keyOf(type: string, facts: Facts, viewer: Agency): Record<string, string> {
  const { parties, person } = facts;
  const own = parties[viewer];
  const keys: Record<string, Record<string, string>> = {
    Agency: { code: 'POLICE' },
    Region: { code: REGION },
    Person: { token: person.token },
    PersonReaders: { token: person.token },
    Case: { id: facts.caseId },
    PoliceCase: { id: facts.policeCase },
    Incident: { id: facts.incident },
    Dispute: { id: facts.dispute },
    CourtCase: { id: facts.courtCase },
    JudicialConfirmation: { id: facts.confirmation },
    ProtectionOrder: { id: facts.protectionOrder },
    MediationOrganisation: { id: facts.organisation },
    Mediator: { id: facts.mediator },
    Mediation: { id: facts.mediation },
    LegalAidCase: { id: facts.legalAidCase },
    ProsecutionCase: { id: facts.prosecutionCase },
    Consultation: { id: facts.consultation },
    Referral: { id: own.referral },
    AidLead: { id: own.aidLead },
    AidCase: { id: own.aidCase },
    AssistanceMeasure: { id: own.measure },
    Visit: { id: own.visit },
  };
  const key = keys[type];
  if (!key) throw new Error(`The matrix has no record of ${type}.`);
  return key;
}

/** Whom and what the records are about; what is not named here is about nobody (an agency, a region, a page). */
export function aboutOf(type: string, { caseId, person }: { caseId: string; person: { token: string } }): About {
  const onCase = ['Case', 'PoliceCase', 'CourtCase', 'Mediation', 'ProsecutionCase'];
  const onPerson = ['Person', 'PersonReaders', 'Consultation', 'Dispute'];
  const onBoth = [
    'Referral',
    'JudicialConfirmation',
    'ProtectionOrder',
    'LegalAidCase',
    'AidCase',
    'AidLead',
    'AssistanceMeasure',
    'Visit',
  ];
  return {
    caseId: onCase.includes(type) || onBoth.includes(type) ? caseId : null,
    persons: onPerson.includes(type) || onBoth.includes(type) ? [person.token] : [],
  };
}

/*
 * Rows that are not seen at all, whatever the rules say of their fields: they are beside the matrix. The hub's people see no
 * row of an agency, and protection orders are known to those who protect only.
 */
const OF_AGENCIES = [
  'PoliceCase',
  'Incident',
  'Dispute',
  'CourtCase',
  'JudicialConfirmation',
  'Mediation',
  'MediationOrganisation',
  'Mediator',
  'LegalAidCase',
  'ProsecutionCase',
  'ProtectionOrder',
];
/** Rows that are seen by who works on them, and by the other party: an agency's own auditor is neither. */
const WORKED_ON = ['Dispute', 'AidCase', 'AidLead', 'AssistanceMeasure', 'Visit'];
const PROTECTING: readonly string[] = ['COURTS', 'POLICE', 'WOMENS_FEDERATION'];

/** Whether the row of the record that a viewer asks for is kept from the viewer's agency as a whole. */
export function isHiddenRow(type: string, agency: string): boolean {
  if (agency === 'HUB' && OF_AGENCIES.includes(type)) return true;
  if (type === 'Dispute') return agency !== 'POLICE';
  return type === 'ProtectionOrder' && !PROTECTING.includes(agency);
}

/** Whether rows of a type are kept from the own agency's people of other roles than those that work on them. */
export function isForWorkers(type: string, owner: string, { agency, roles }: Reader): boolean {
  return agency === owner && WORKED_ON.includes(type) && !mayRead(roles, 'OWN');
}
