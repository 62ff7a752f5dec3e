import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../../kit/paging.ts';
import { narrowScope, regionScope, type Viewer } from '../../../kit/viewer.ts';
import { readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { ProsecutionStatus } from '../../generated/resolvers.ts';

export interface ProsecutionCase {
  id: string;
  number: string;
  caseId: string;
  regionCode: string;
  charge: string;
  status: ProsecutionStatus;
  receivedOn: string;
  decidedOn: string | null;
}

interface Row {
  id: string;
  number: string;
  case_id: string;
  region_code: string;
  charge: string;
  status: ProsecutionStatus;
  received_on: string;
  decided_on: string | null;
  parent_key: string;
}

const COLUMNS = ['id', 'number', 'case_id', 'region_code', 'charge', 'status', 'received_on', 'decided_on'].map(
  (column) => `prosecution_cases.${column}`,
);

export interface ProsecutionCaseFilter {
  status?: readonly string[] | null;
  region?: string | null;
  receivedFrom?: string | null;
  receivedTo?: string | null;
}

/** Prosecution cases of the viewer's region; the hub's own people see none. */
export function createProsecutionCases({ db, viewer }: StoreParts) {
  const visible = () => visibleTo(viewer, db.queryBuilder());
  return {
    byId: loadByKey<Row, ProsecutionCase>(db, visible, 'prosecution_cases.id', toProsecutionCase),
    /** The newest of each case: one statement. */
    ofCase: loadByKey<Row, ProsecutionCase>(
      db,
      () => visible().orderBy('prosecution_cases.id', 'desc'),
      'prosecution_cases.case_id',
      toProsecutionCase,
    ),
    /** Cases that many persons are parties of, newest first: one statement. */
    ofPerson: loadLists<Row, ProsecutionCase>(
      db,
      viewer,
      'text',
      (query) =>
        visibleTo(viewer, query)
          .join('prosecution_parties', 'prosecution_parties.prosecution_case_id', 'prosecution_cases.id')
          .whereRaw('prosecution_parties.person_token = parent.key')
          .orderBy('prosecution_cases.id', 'desc'),
      toProsecutionCase,
    ),
    /** One statement; for the prosecutors' own people, an empty page for others. */
    async page(args: PageArgs, filter: ProsecutionCaseFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null || !readsOwn(viewer, 'PROSECUTORS')) return emptyPage<ProsecutionCase>(args);
      const query = withinRegion(visible(), 'prosecution_cases.region_code', scope);
      if (filter.status) query.whereIn('prosecution_cases.status', [...filter.status]);
      if (filter.receivedFrom) query.where('prosecution_cases.received_on', '>=', filter.receivedFrom);
      if (filter.receivedTo) query.where('prosecution_cases.received_on', '<', filter.receivedTo);
      return keysetPage<ProsecutionCase>(query, 'prosecution_cases.id', args, viewer, toProsecutionCase as never);
    },
  };
}

function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  query
    .select(COLUMNS)
    .from('prosecution_cases')
    .modify(withinRegion, 'prosecution_cases.region_code', regionScope(viewer.region));
  if (viewer.agency === 'HUB') query.whereRaw('false');
  return query;
}

function toProsecutionCase(row: Row): ProsecutionCase {
  return {
    id: row.id,
    number: row.number,
    caseId: row.case_id,
    regionCode: row.region_code,
    charge: row.charge,
    status: row.status,
    receivedOn: row.received_on,
    decidedOn: row.decided_on,
  };
}
