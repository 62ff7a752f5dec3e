import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey } from '../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../kit/paging.ts';
import { narrowScope } from '../../kit/viewer.ts';
import { readableBy, readsOwn, withinRegion } from '../../kit/visibility.ts';
import type { IncidentCategory, IncidentKind, IncidentStatus } from '../generated/resolvers.ts';

export interface Incident {
  id: string;
  number: string;
  kind: IncidentKind;
  category: IncidentCategory;
  status: IncidentStatus;
  regionCode: string;
  unitCode: string;
  reportedAt: Date;
}

interface Row {
  id: string;
  number: string;
  kind: IncidentKind;
  category: IncidentCategory;
  status: IncidentStatus;
  region_code: string;
  unit_code: string;
  reported_at: Date;
}

const COLUMNS = ['id', 'number', 'kind', 'category', 'status', 'region_code', 'unit_code', 'reported_at'];

export interface IncidentFilter {
  kind?: readonly IncidentKind[] | null;
  status?: readonly IncidentStatus[] | null;
  region?: string | null;
  reportedFrom?: string | Date | null;
  reportedTo?: string | Date | null;
}

/** Incidents: the police go through those of their region; another agency sees one of its region by reference. */
export function createIncidents({ db, viewer }: StoreParts) {
  const visible = () => readableBy(viewer, db('incidents').select(COLUMNS), 'region_code');
  const byId = loadByKey<Row, Incident>(db, visible, 'id', toIncident);
  return {
    byId,
    /** By id for the police; null for others. */
    ownById: async (id: string): Promise<Incident | null> => (readsOwn(viewer, 'POLICE') ? byId.load(id) : null),
    /** One statement; none for those who are not of the police. */
    async page(args: PageArgs, filter: IncidentFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null || !readsOwn(viewer, 'POLICE')) return emptyPage<Incident>(args);
      const query = withinRegion(visible(), 'region_code', scope);
      if (filter.kind) query.whereIn('kind', [...filter.kind]);
      if (filter.status) query.whereIn('status', [...filter.status]);
      if (filter.reportedFrom) query.where('reported_at', '>=', filter.reportedFrom);
      if (filter.reportedTo) query.where('reported_at', '<', filter.reportedTo);
      return keysetPage<Incident>(query, 'id', args, viewer, toIncident);
    },
  };
}

function toIncident(row: Row): Incident {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    category: row.category,
    status: row.status,
    regionCode: row.region_code,
    unitCode: row.unit_code,
    reportedAt: row.reported_at,
  };
}
