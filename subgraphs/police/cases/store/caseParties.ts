import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import type { CasePartyRow } from '../../generated/rows.ts';

export type CaseParty = CasePartyRow;

export function createCaseParties({ db, viewer }: StoreParts) {
  return {
    /** Parties of many cases, seen by whoever sees the case: one statement. */
    ofPoliceCase: loadLists<CaseParty>(db, viewer, 'uuid', (query) =>
      query.select('*').from('caseParties').whereRaw('police_case_id = parent.key').orderBy('id', 'desc'),
    ),
  };
}
