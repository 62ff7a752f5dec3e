import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import type { PersonReference } from '../../../kit/references.ts';

/** Parties: seen by whoever sees their dispute, so that these lists are asked for only on one that was loaded. */
export function createDisputeParties({ db, viewer }: StoreParts) {
  return {
    /** Parties of many disputes, in the order in which they were recorded: one statement. */
    ofDispute: loadLists<{ personToken: string }, PersonReference>(
      db,
      viewer,
      'uuid',
      (query) =>
        query.select('personToken').from('disputeParties').whereRaw('dispute_id = parent.key').orderBy('position'),
      ({ personToken }) => ({ token: personToken }),
    ),
  };
}
