import type { Knex } from 'knex';
import { loadByKey } from '../../../kit/loaders.ts';
import type { AgencyRow } from '../../generated/rows.ts';

export type RegisteredAgency = AgencyRow;

export function createAgencies(db: Knex) {
  const rows = () => db<RegisteredAgency>('agencies').select('*');
  return {
    byCode: loadByKey<RegisteredAgency>(db, rows, 'code', 'text'),
    /** All of them: a handful. */
    all: async (): Promise<RegisteredAgency[]> => rows().orderBy('code'),
  };
}
