import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import type { CasePartyRole } from '../../generated/resolvers.ts';

export interface CaseParty {
  role: CasePartyRole;
  personToken: string;
}

interface Row {
  role: CasePartyRole;
  person_token: string;
  parent_key: string;
}

const COLUMNS = ['role', 'person_token'];

export function createCaseParties({ db, viewer }: StoreParts) {
  return {
    /** Parties of many cases, seen by whoever sees the case: one statement. */
    ofPoliceCase: loadLists<Row, CaseParty>(
      db,
      viewer,
      'uuid',
      (query) =>
        query.select(COLUMNS).from('case_parties').whereRaw('police_case_id = parent.key').orderBy('id', 'desc'),
      toParty,
    ),
  };
}

function toParty({ role, person_token }: Row): CaseParty {
  return { role, personToken: person_token };
}
