import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import type { MediationPartyRow } from '../../generated/rows.ts';

/** Parties: seen with their mediation, so they are loaded only for one that was loaded. */
export function createMediationParties({ db, viewer }: StoreParts) {
  return {
    /** Parties of many mediations, in the order in which they were recorded: one statement. */
    ofMediation: loadLists(
      db,
      viewer,
      'uuid',
      (query) =>
        query.select('personToken').from('mediationParties').whereRaw('mediation_id = parent.key').orderBy('position'),
      ({ personToken }: Pick<MediationPartyRow, 'personToken'>) => ({ token: personToken }),
    ),
    /** The parties of one mediation by token, read in a transaction. */
    readTokens: (tx: Knex, mediationId: string): Promise<string[]> =>
      tx('mediationParties').where({ mediationId }).orderBy('position').pluck('personToken'),
  };
}
