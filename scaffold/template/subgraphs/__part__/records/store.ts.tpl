import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../kit/paging.ts';
import { readableBy } from '../../kit/visibility.ts';
import type { RecordRow } from '../generated/rows.ts';

export type __type__Record = RecordRow;

/** Records of the viewer's region. */
export function createRecords({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder) => readableBy(viewer, query.select('*').from('records'), 'regionCode');
  return {
    byId: loadByKey<__type__Record>(db, () => visible(db.queryBuilder()), 'id'),
    /** Records on many cases, newest first: one statement. */
    ofCase: loadLists<__type__Record>(db, viewer, 'uuid', (query) =>
      visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
    ),
    /** One statement; none for those who are not of the agency. */
    page: (args: PageArgs) => pageOf<__type__Record>(viewer, args, { rows: visible(db.queryBuilder()), own: '__code__' }),
  };
}
