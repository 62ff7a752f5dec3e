import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../../kit/paging.ts';
import { narrowScope, type Viewer } from '../../../kit/viewer.ts';
import { readableBy, readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { CourtCaseStatus, CourtCaseType, TrialInstance } from '../../generated/resolvers.ts';

export interface CourtCase {
  id: string;
  number: string;
  type: CourtCaseType;
  instance: TrialInstance | null;
  cause: string;
  status: CourtCaseStatus;
  acceptedOn: string;
  judgedOn: string | null;
  regionCode: string;
  courtCode: string;
  caseId: string;
}

interface Row {
  id: string;
  number: string;
  type: CourtCaseType;
  instance: TrialInstance | null;
  cause: string;
  status: CourtCaseStatus;
  accepted_on: string;
  judged_on: string | null;
  region_code: string;
  court_code: string;
  case_id: string;
  parent_key: string;
}

const COLUMNS = [
  'id',
  'number',
  'type',
  'instance',
  'cause',
  'status',
  'accepted_on',
  'judged_on',
  'region_code',
  'court_code',
  'case_id',
];

export interface CourtCaseFilter {
  type?: readonly string[] | null;
  status?: readonly string[] | null;
  region?: string | null;
  acceptedFrom?: string | null;
  acceptedTo?: string | null;
}

/** Court cases: the agencies see those of their region by reference; the list is the courts' own. */
export function createCourtCases({ db, viewer }: StoreParts) {
  const visible = () => visibleTo(viewer, db.queryBuilder());
  const byId = loadByKey<Row, CourtCase>(db, visible, 'id', toCourtCase);
  return {
    byId,
    /** As `byId` for the courts' own viewers, null for others: an id alone opens no record from outside. */
    ownById: async (id: string): Promise<CourtCase | null> => (readsOwn(viewer, 'COURTS') ? byId.load(id) : null),
    /** Court cases of many cases of the register, newest first: one statement. */
    ofCase: loadLists<Row, CourtCase>(
      db,
      viewer,
      'uuid',
      (query) => visibleTo(viewer, query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
      toCourtCase,
    ),
    /** Court cases that many persons are parties of, each once whatever their roles, newest first: one statement. */
    ofPerson: loadLists<Row, CourtCase>(
      db,
      viewer,
      'text',
      (query) =>
        visibleTo(viewer, query)
          .whereRaw('id in (select court_case_id from court_case_parties where person_token = parent.key)')
          .orderBy('id', 'desc'),
      toCourtCase,
    ),
    /** One statement. */
    async page(args: PageArgs, filter: CourtCaseFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null || !readsOwn(viewer, 'COURTS')) return emptyPage<CourtCase>(args);
      const query = withinRegion(visible(), 'region_code', scope);
      if (filter.type) query.whereIn('type', [...filter.type]);
      if (filter.status) query.whereIn('status', [...filter.status]);
      if (filter.acceptedFrom) query.where('accepted_on', '>=', filter.acceptedFrom);
      if (filter.acceptedTo) query.where('accepted_on', '<', filter.acceptedTo);
      return keysetPage<CourtCase>(query, 'id', args, viewer, toCourtCase as never);
    },
  };
}

function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  readableBy(viewer, query.select(COLUMNS).from('court_cases'), 'region_code');
  // Row security keeps sealed records from other agencies; this keeps them from the courts' own auditors.
  if (viewer.agency === 'COURTS' && !readsOwn(viewer, 'COURTS')) query.whereNull('sealed_for');
  return query;
}

function toCourtCase(row: Row): CourtCase {
  return {
    id: row.id,
    number: row.number,
    type: row.type,
    instance: row.instance,
    cause: row.cause,
    status: row.status,
    acceptedOn: row.accepted_on,
    judgedOn: row.judged_on,
    regionCode: row.region_code,
    courtCode: row.court_code,
    caseId: row.case_id,
  };
}
