import type { Agency, Facts } from './expected/facts.ts';
import type { Reader } from './expected/oracle.ts';
import { mayRead } from './expected/roles.ts';
import { isRowHidden } from './expected/rowRules.ts';
import type { Raw } from './samples/store.ts';

/** A question that a router is asked: a field of the root, and the record that it begins at. */
export interface Root {
  /** With its argument, for example `case(id: $key)`. */
  call: string;
  variable: '$key: ID!' | '$key: ResidentIdNumber!';
  type: string;
  /** How far below the record other records are asked for whole. */
  depth: number;
  /** The argument, and the key of the record. */
  of(facts: Facts, viewer: Agency): { argument: string; key: Raw };
  /** Whether the root's field gives nothing to an agency. */
  isNothingFor(reader: Reader, key: Raw, records: readonly Facts[]): boolean;
}

const byId = (
  name: string,
  type: string,
  depth: number,
  idOf: (facts: Facts, viewer: Agency) => string,
  owner?: Agency,
): Root => ({
  call: `${name}(id: $key)`,
  variable: '$key: ID!',
  type,
  depth,
  of: (facts, viewer) => ({ argument: idOf(facts, viewer), key: { id: idOf(facts, viewer) } }),
  isNothingFor: (reader, { id }, records) =>
    owner
      ? reader.agency !== owner || !mayRead(reader.roles, 'OWN')
      : type !== 'Case' && isRowHidden(type, String(id), reader, records),
});

/** The ways from the root down; what is for the owner alone is asked by others too. */
export const ROOTS_DOWN: readonly Root[] = [
  byId('case', 'Case', 2, ({ caseId }) => caseId),
  {
    call: 'person(idNumber: $key)',
    variable: '$key: ResidentIdNumber!',
    type: 'Person',
    depth: 1,
    of: ({ person }) => ({ argument: person.idNumber, key: { token: person.token } }),
    isNothingFor: ({ agency }) => agency === 'HUB',
  },
  byId('aidLead', 'AidLead', 1, ({ parties }, viewer) => parties[viewer].aidLead),
  byId('aidCase', 'AidCase', 1, ({ parties }, viewer) => parties[viewer].aidCase),
  byId('referral', 'Referral', 1, ({ parties }, viewer) => parties[viewer].referral),
  byId('policeCase', 'PoliceCase', 1, ({ policeCase }) => policeCase, 'POLICE'),
  byId('incident', 'Incident', 1, ({ incident }) => incident, 'POLICE'),
  byId('courtCase', 'CourtCase', 1, ({ courtCase }) => courtCase, 'COURTS'),
  byId('mediation', 'Mediation', 1, ({ mediation }) => mediation, 'JUSTICE'),
];
