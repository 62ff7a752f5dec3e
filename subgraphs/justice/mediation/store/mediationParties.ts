import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import type { PersonReference } from '../../../kit/references.ts';

interface Row {
  person_token: string;
  parent_key: string;
}

const COLUMNS = ['person_token'];

/** Parties: seen by whoever sees their mediation, so that these lists are asked for only on one that was loaded. */
export function createMediationParties({ db, viewer }: StoreParts) {
  return {
    /** Parties of many mediations, in the order in which they were recorded: one statement. */
    ofMediation: loadLists<Row, PersonReference>(
      db,
      viewer,
      'uuid',
      (query) =>
        query.select(COLUMNS).from('mediation_parties').whereRaw('mediation_id = parent.key').orderBy('position'),
      ({ person_token }) => ({ token: person_token }),
    ),
  };
}
