import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../kit/paging.ts';
import { narrowScope, type Viewer } from '../../kit/viewer.ts';
import { readableBy, readsOwn, withinRegion } from '../../kit/visibility.ts';
import type { JudicialConfirmationStatus } from '../generated/resolvers.ts';

export interface JudicialConfirmation {
  id: string;
  number: string;
  mediationId: string;
  status: JudicialConfirmationStatus;
  appliedOn: string;
  ruledOn: string | null;
  regionCode: string;
  caseId: string | null;
}

interface Row {
  id: string;
  number: string;
  mediation_id: string;
  status: JudicialConfirmationStatus;
  applied_on: string;
  ruled_on: string | null;
  region_code: string;
  case_id: string | null;
  parent_key: string;
}

const COLUMNS = ['id', 'number', 'mediation_id', 'status', 'applied_on', 'ruled_on', 'region_code', 'case_id'];

export interface JudicialConfirmationFilter {
  status?: readonly string[] | null;
  region?: string | null;
}

/** Confirmations: the agencies see those of their region by reference; the list is the courts' own. */
export function createJudicialConfirmations({ db, viewer }: StoreParts) {
  const visible = () => visibleTo(viewer, db.queryBuilder());
  return {
    byId: loadByKey<Row, JudicialConfirmation>(db, visible, 'id', toConfirmation),
    /** Confirmations in many cases of the register, newest first: one statement. */
    ofCase: loadLists<Row, JudicialConfirmation>(
      db,
      viewer,
      'uuid',
      (query) => visibleTo(viewer, query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
      toConfirmation,
    ),
    /** One statement. */
    async page(args: PageArgs, filter: JudicialConfirmationFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null || !readsOwn(viewer, 'COURTS')) return emptyPage<JudicialConfirmation>(args);
      const query = withinRegion(visible(), 'region_code', scope);
      if (filter.status) query.whereIn('status', [...filter.status]);
      return keysetPage<JudicialConfirmation>(query, 'id', args, viewer, toConfirmation as never);
    },
  };
}

function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  return readableBy(viewer, query.select(COLUMNS).from('judicial_confirmations'), 'region_code');
}

function toConfirmation(row: Row): JudicialConfirmation {
  return {
    id: row.id,
    number: row.number,
    mediationId: row.mediation_id,
    status: row.status,
    appliedOn: row.applied_on,
    ruledOn: row.ruled_on,
    regionCode: row.region_code,
    caseId: row.case_id,
  };
}
