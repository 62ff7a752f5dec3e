import type { Knex } from 'knex';
import { loadByKey } from '../../../kit/loaders.ts';

export interface RegisteredAgency {
  code: string;
  nameZh: string;
  nameEn: string;
}

interface Row {
  code: string;
  name_zh: string;
  name_en: string;
}

export function createAgencies(db: Knex) {
  const toAgency = (row: Row): RegisteredAgency => ({ code: row.code, nameZh: row.name_zh, nameEn: row.name_en });
  return {
    byCode: loadByKey<Row, RegisteredAgency>(db, () => db('agencies'), 'code', toAgency, false),
    /** All of them: a handful. */
    all: async (): Promise<RegisteredAgency[]> => (await db<Row>('agencies').orderBy('code')).map(toAgency),
  };
}
