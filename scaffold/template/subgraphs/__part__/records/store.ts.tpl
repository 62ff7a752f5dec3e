import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../kit/paging.ts';
import { readableBy, readsOwn } from '../../kit/visibility.ts';

export interface __Type__Record {
  id: string;
  number: string;
  registeredOn: string;
  regionCode: string;
  personToken: string;
  personName: string;
  caseId: string | null;
}

interface Row {
  id: string;
  number: string;
  registered_on: string;
  region_code: string;
  person_token: string;
  person_name_sealed: string;
  case_id: string | null;
}

/** Records of the viewer's region. */
export function createRecords({ db, viewer, cipher }: StoreParts) {
  const visible = (query: Knex.QueryBuilder) =>
    readableBy(viewer, query.select('records.*').from('records'), 'region_code');
  const toRecord = (row: Row): __Type__Record => ({
    id: row.id,
    number: row.number,
    registeredOn: row.registered_on,
    regionCode: row.region_code,
    personToken: row.person_token,
    personName: cipher.open(row.person_name_sealed),
    caseId: row.case_id,
  });
  return {
    byId: loadByKey<Row, __Type__Record>(db, () => visible(db.queryBuilder()), 'id', toRecord),
    /** Records on many cases, newest first: one statement. */
    ofCase: loadLists<Row, __Type__Record>(
      db,
      viewer,
      'uuid',
      (query) => visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
      toRecord,
    ),
    /** One statement; none for those who are not of the agency. */
    async page(args: PageArgs) {
      if (!readsOwn(viewer, '__CODE__')) return emptyPage<__Type__Record>(args);
      return keysetPage<__Type__Record>(visible(db.queryBuilder()), 'id', args, viewer, toRecord);
    },
  };
}
