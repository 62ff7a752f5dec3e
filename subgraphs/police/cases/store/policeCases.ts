import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../../kit/paging.ts';
import { narrowScope } from '../../../kit/viewer.ts';
import { readableBy, readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { PoliceCaseKind, PoliceCaseStatus } from '../../generated/resolvers.ts';

export interface PoliceCase {
  id: string;
  number: string;
  kind: PoliceCaseKind;
  natureCode: string;
  status: PoliceCaseStatus;
  filedAt: Date;
  solvedAt: Date | null;
  concludedAt: Date | null;
  unitCode: string;
  regionCode: string;
  caseId: string;
}

interface Row {
  id: string;
  number: string;
  kind: PoliceCaseKind;
  nature_code: string;
  status: PoliceCaseStatus;
  filed_at: Date;
  solved_at: Date | null;
  concluded_at: Date | null;
  unit_code: string;
  region_code: string;
  case_id: string;
  parent_key: string;
}

const COLUMNS = [
  'id',
  'number',
  'kind',
  'nature_code',
  'status',
  'filed_at',
  'solved_at',
  'concluded_at',
  'unit_code',
  'region_code',
  'case_id',
];

export interface PoliceCaseFilter {
  kind?: readonly PoliceCaseKind[] | null;
  status?: readonly PoliceCaseStatus[] | null;
  region?: string | null;
  filedFrom?: string | Date | null;
  filedTo?: string | Date | null;
}

/** Police cases: the police go through those of their region; another agency sees one of its region by its case or person. */
export function createPoliceCases({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder) =>
    readableBy(viewer, query.select(COLUMNS).from('police_cases'), 'region_code');
  const byId = loadByKey<Row, PoliceCase>(db, () => visible(db.queryBuilder()), 'id', toPoliceCase);
  const ofCase = loadLists<Row, PoliceCase>(
    db,
    viewer,
    'uuid',
    (query) => visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
    toPoliceCase,
  );
  return {
    byId,
    /** By id for the police; null for others. */
    ownById: async (id: string): Promise<PoliceCase | null> => (readsOwn(viewer, 'POLICE') ? byId.load(id) : null),
    /** The newest of each of many cases: one statement. */
    newestOfCase: async (caseId: string): Promise<PoliceCase | null> => (await ofCase.of(caseId, 1))[0] ?? null,
    /** Cases in which many persons have a part, each case once: one statement. */
    ofPerson: loadLists<Row, PoliceCase>(
      db,
      viewer,
      'text',
      (query) =>
        visible(query)
          .whereIn('id', db('case_parties').select('police_case_id').whereRaw('person_token = parent.key'))
          .orderBy('id', 'desc'),
      toPoliceCase,
    ),
    /** One statement; none for those who are not of the police. */
    async page(args: PageArgs, filter: PoliceCaseFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null || !readsOwn(viewer, 'POLICE')) return emptyPage<PoliceCase>(args);
      const query = withinRegion(visible(db.queryBuilder()), 'region_code', scope);
      if (filter.kind) query.whereIn('kind', [...filter.kind]);
      if (filter.status) query.whereIn('status', [...filter.status]);
      if (filter.filedFrom) query.where('filed_at', '>=', filter.filedFrom);
      if (filter.filedTo) query.where('filed_at', '<', filter.filedTo);
      return keysetPage<PoliceCase>(query, 'id', args, viewer, toPoliceCase);
    },
  };
}

function toPoliceCase(row: Row): PoliceCase {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    natureCode: row.nature_code,
    status: row.status,
    filedAt: row.filed_at,
    solvedAt: row.solved_at,
    concludedAt: row.concluded_at,
    unitCode: row.unit_code,
    regionCode: row.region_code,
    caseId: row.case_id,
  };
}
