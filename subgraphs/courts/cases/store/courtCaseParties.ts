import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import type { CourtCaseRole } from '../../generated/resolvers.ts';

export interface CourtCaseParty {
  personToken: string;
  role: CourtCaseRole;
}

interface Row {
  person_token: string;
  role: CourtCaseRole;
  parent_key: string;
}

const COLUMNS = ['person_token', 'role'];

export function createCourtCaseParties({ db, viewer }: StoreParts) {
  return {
    /** Parties of many court cases, in the order of the record: one statement. Seen by whoever sees the court case. */
    ofCourtCase: loadLists<Row, CourtCaseParty>(
      db,
      viewer,
      'uuid',
      (query) => query.select(COLUMNS).from('court_case_parties').whereRaw('court_case_id = parent.key').orderBy('id'),
      ({ person_token, role }) => ({ personToken: person_token, role }),
    ),
  };
}
