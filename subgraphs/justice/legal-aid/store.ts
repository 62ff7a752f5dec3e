import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../kit/paging.ts';
import { readableBy } from '../../kit/visibility.ts';
import type { LegalAidCaseFilter } from '../generated/resolvers.ts';
import type { LegalAidCaseRow } from '../generated/rows.ts';

export type LegalAidCase = LegalAidCaseRow;

/** Legal aid: the bureau lists that of its region; another agency reaches that of its region by case, person or reference. */
export function createLegalAidCases({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) =>
    readableBy(viewer, query.select('*').from('legalAidCases'), 'regionCode');
  return {
    byId: loadByKey<LegalAidCase>(db, visible, 'id'),
    /** Legal aid that many persons applied for, newest first: one statement. */
    ofPerson: loadLists<LegalAidCase>(db, viewer, 'text', (query) =>
      visible(query).whereRaw('applicant_token = parent.key').orderBy('id', 'desc'),
    ),
    /** Legal aid in many cases, newest first: one statement. */
    ofCase: loadLists<LegalAidCase>(db, viewer, 'uuid', (query) =>
      visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
    ),
    /** One statement; none for those who are not of the bureau. */
    page: (args: PageArgs, { status, region }: LegalAidCaseFilter) =>
      pageOf<LegalAidCase>(viewer, args, { rows: visible(), own: 'JUSTICE', region, where: { status } }),
  };
}
