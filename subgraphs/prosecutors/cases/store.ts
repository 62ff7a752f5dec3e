import type { Knex } from 'knex';
import type { CasesOfPerson, StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../kit/paging.ts';
import { readableBy } from '../../kit/visibility.ts';
import type { ProsecutionCaseFilter } from '../generated/resolvers.ts';
import type { ProsecutionCaseRow } from '../generated/rows.ts';

export type ProsecutionCase = ProsecutionCaseRow;

/** Prosecution cases of the viewer's region; the hub's own people see none. */
export function createProsecutionCases({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) =>
    readableBy(viewer, query.select('prosecutionCases.*').from('prosecutionCases'), 'prosecutionCases.regionCode');
  const ofCase = loadLists<ProsecutionCase>(db, viewer, 'uuid', (query) =>
    visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
  );
  return {
    byId: loadByKey<ProsecutionCase>(db, visible, 'id'),
    /** The newest of each of many cases: one statement. */
    newestOfCase: async (caseId: string) => (await ofCase.of(caseId, 1))[0] ?? null,
    /** Cases that many persons are parties of, newest first: one statement. */
    ofPerson: loadLists<ProsecutionCase>(db, viewer, 'text', (query) =>
      visible(query)
        .join('prosecutionParties', 'prosecutionParties.prosecutionCaseId', 'prosecutionCases.id')
        .whereRaw('prosecution_parties.person_token = parent.key')
        .orderBy('prosecutionCases.id', 'desc'),
    ),
    /** One statement; none for those who are not of the prosecutors. */
    page: (args: PageArgs, { status, region, receivedFrom, receivedTo }: ProsecutionCaseFilter) =>
      pageOf<ProsecutionCase>(viewer, args, {
        rows: visible(),
        own: 'PROSECUTORS',
        region,
        where: { status, receivedOn: { from: receivedFrom, before: receivedTo } },
      }),
  };
}

/** Cases of the register in whose record the prosecutors have the person: one statement. */
export const casesOfPerson: CasesOfPerson = (db, token) =>
  db('prosecutionParties')
    .join('prosecutionCases', 'prosecutionCases.id', 'prosecutionParties.prosecutionCaseId')
    .where({ personToken: token })
    .distinct()
    .pluck('case_id');
