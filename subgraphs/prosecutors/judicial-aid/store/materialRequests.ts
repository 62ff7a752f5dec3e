import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';

export interface MaterialRequest {
  id: string;
  materials: string[];
  requestedAt: Date;
  receivedAt: Date | null;
}

interface Row {
  id: string;
  materials: string[];
  requested_at: Date;
  received_at: Date | null;
  parent_key: string;
}

export function createMaterialRequests({ db, viewer }: StoreParts) {
  return {
    /** Requests of many aid cases, oldest first: one statement. */
    ofAidCase: loadLists<Row, MaterialRequest>(
      db,
      viewer,
      'uuid',
      (query) =>
        query
          .select('id', 'materials', 'requested_at', 'received_at')
          .from('material_requests')
          .whereRaw('aid_case_id = parent.key')
          .orderBy('id'),
      (row) => ({ id: row.id, materials: row.materials, requestedAt: row.requested_at, receivedAt: row.received_at }),
    ),
    async insert(
      tx: Knex.Transaction,
      request: { aidCaseId: string; materials: string[]; requestedBy: string },
    ): Promise<void> {
      await tx('material_requests').insert({
        id: uuidv7(),
        aid_case_id: request.aidCaseId,
        materials: request.materials,
        requested_at: new Date(),
        requested_by: request.requestedBy,
      });
    },
    async markReceived(tx: Knex.Transaction, aidCaseId: string): Promise<void> {
      await tx('material_requests')
        .where({ aid_case_id: aidCaseId, received_at: null })
        .update({ received_at: new Date() });
    },
  };
}
