import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../kit/paging.ts';
import { narrowScope } from '../../kit/viewer.ts';
import { readableBy, readsOwn, withinRegion } from '../../kit/visibility.ts';
import type { LegalAidMatter, LegalAidStatus } from '../generated/resolvers.ts';

export interface LegalAidCase {
  id: string;
  number: string;
  matter: LegalAidMatter;
  status: LegalAidStatus;
  regionCode: string;
  applicantToken: string;
  appliedOn: string;
  caseId: string | null;
}

interface Row {
  id: string;
  number: string;
  matter: LegalAidMatter;
  status: LegalAidStatus;
  region_code: string;
  applicant_token: string;
  applied_on: string;
  case_id: string | null;
  parent_key: string;
}

const COLUMNS = ['id', 'number', 'matter', 'status', 'region_code', 'applicant_token', 'applied_on', 'case_id'];

export interface LegalAidCaseFilter {
  status?: readonly string[] | null;
  region?: string | null;
}

/** Legal aid: the bureau lists that of its region; another agency reaches that of its region by case, person or reference. */
export function createLegalAidCases({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder) =>
    readableBy(viewer, query.select(COLUMNS).from('legal_aid_cases'), 'region_code');
  return {
    byId: loadByKey<Row, LegalAidCase>(db, () => visible(db.queryBuilder()), 'id', toLegalAidCase),
    /** Legal aid that many persons applied for, newest first: one statement. */
    ofPerson: loadLists<Row, LegalAidCase>(
      db,
      viewer,
      'text',
      (query) => visible(query).whereRaw('applicant_token = parent.key').orderBy('id', 'desc'),
      toLegalAidCase,
    ),
    /** Legal aid in many cases, newest first: one statement. */
    ofCase: loadLists<Row, LegalAidCase>(
      db,
      viewer,
      'uuid',
      (query) => visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
      toLegalAidCase,
    ),
    /** One statement; none for other agencies. */
    async page(args: PageArgs, filter: LegalAidCaseFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null || !readsOwn(viewer, 'JUSTICE')) return emptyPage<LegalAidCase>(args);
      const query = withinRegion(visible(db.queryBuilder()), 'region_code', scope);
      if (filter.status) query.whereIn('status', [...filter.status]);
      return keysetPage<LegalAidCase>(query, 'id', args, viewer, toLegalAidCase as never);
    },
  };
}

function toLegalAidCase(row: Row): LegalAidCase {
  return {
    id: row.id,
    number: row.number,
    matter: row.matter,
    status: row.status,
    regionCode: row.region_code,
    applicantToken: row.applicant_token,
    appliedOn: row.applied_on,
    caseId: row.case_id,
  };
}
