import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../../kit/paging.ts';
import { readableBy, readsOwn } from '../../../kit/visibility.ts';
import type { PoliceCaseFilter } from '../../generated/resolvers.ts';
import type { PoliceCaseRow } from '../../generated/rows.ts';

export type PoliceCase = PoliceCaseRow;

/** Police cases: the police go through those of their region; another agency sees one of its region by its case or person. */
export function createPoliceCases({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) =>
    readableBy(viewer, query.select('*').from('policeCases'), 'regionCode');
  const byId = loadByKey<PoliceCase>(db, visible, 'id');
  const ofCase = loadLists<PoliceCase>(db, viewer, 'uuid', (query) =>
    visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
  );
  return {
    byId,
    /** By id for the police; null for others. */
    ownById: async (id: string) => (readsOwn(viewer, 'POLICE') ? byId.load(id) : null),
    /** The newest of each of many cases: one statement. */
    newestOfCase: async (caseId: string) => (await ofCase.of(caseId, 1))[0] ?? null,
    /** Cases in which many persons have a part, each case once: one statement. */
    ofPerson: loadLists<PoliceCase>(db, viewer, 'text', (query) =>
      visible(query)
        .whereIn('id', db('caseParties').select('policeCaseId').whereRaw('person_token = parent.key'))
        .orderBy('id', 'desc'),
    ),
    /** One statement; none for those who are not of the police. */
    page: (args: PageArgs, { kind, status, region, filedFrom, filedTo }: PoliceCaseFilter) =>
      pageOf<PoliceCase>(viewer, args, {
        rows: visible(),
        own: 'POLICE',
        region,
        where: { kind, status, filedAt: { from: filedFrom, before: filedTo } },
      }),
  };
}
