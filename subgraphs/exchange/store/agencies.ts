import type { Knex } from 'knex';
import { loadByKey } from '../../kit/loaders.ts';

export interface Agency {
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
  const toAgency = (row: Row): Agency => ({ code: row.code, nameZh: row.name_zh, nameEn: row.name_en });
  return {
    byCode: loadByKey<Row, Agency>(db, () => db('agencies'), 'code', toAgency, false),
    /** All of them: a handful. */
    all: async (): Promise<Agency[]> => (await db<Row>('agencies').orderBy('code')).map(toAgency),
  };
}
