import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import type { MaterialRequestInsert, MaterialRequestRow } from '../../generated/rows.ts';

export type MaterialRequest = MaterialRequestRow;

export function createMaterialRequests({ db, viewer }: StoreParts) {
  return {
    /** Requests of many aid cases, oldest first: one statement. */
    ofAidCase: loadLists<MaterialRequest>(db, viewer, 'uuid', (query) =>
      query.select('*').from('materialRequests').whereRaw('aid_case_id = parent.key').orderBy('id'),
    ),
    async insert(
      tx: Knex.Transaction,
      request: Pick<MaterialRequestInsert, 'aidCaseId' | 'materials' | 'requestedBy'>,
    ): Promise<void> {
      await tx('materialRequests').insert({ id: uuidv7(), requestedAt: new Date(), ...request });
    },
    async markReceived(tx: Knex.Transaction, aidCaseId: string): Promise<void> {
      await tx('materialRequests').where({ aidCaseId, receivedAt: null }).update({ receivedAt: new Date() });
    },
  };
}
