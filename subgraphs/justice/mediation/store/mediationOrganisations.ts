import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../../kit/paging.ts';
import { narrowScope } from '../../../kit/viewer.ts';
import { readableBy, readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { MediationOrganisationKind } from '../../generated/resolvers.ts';

export interface MediationOrganisation {
  id: string;
  code: string;
  name: string;
  kind: MediationOrganisationKind;
  regionCode: string;
}

interface Row {
  id: string;
  code: string;
  name: string;
  kind: MediationOrganisationKind;
  region_code: string;
  parent_key: string;
}

const COLUMNS = ['id', 'code', 'name', 'kind', 'region_code'];

export interface MediationOrganisationFilter {
  kind?: readonly string[] | null;
  region?: string | null;
}

export function createMediationOrganisations({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder) =>
    readableBy(viewer, query.select(COLUMNS).from('mediation_organisations'), 'region_code');
  return {
    byId: loadByKey<Row, MediationOrganisation>(db, () => visible(db.queryBuilder()), 'id', toOrganisation),
    /** Organisations of exactly these regions, by code: one statement. */
    ofRegion: loadLists<Row, MediationOrganisation>(
      db,
      viewer,
      'text',
      (query) => visible(query).whereRaw('region_code = parent.key').orderBy('code'),
      toOrganisation,
    ),
    /** One statement; none for other agencies. */
    async page(args: PageArgs, filter: MediationOrganisationFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null || !readsOwn(viewer, 'JUSTICE')) return emptyPage<MediationOrganisation>(args);
      const query = withinRegion(visible(db.queryBuilder()), 'region_code', scope);
      if (filter.kind) query.whereIn('kind', [...filter.kind]);
      return keysetPage<MediationOrganisation>(query, 'id', args, viewer, toOrganisation as never);
    },
  };
}

function toOrganisation(row: Row): MediationOrganisation {
  return { id: row.id, code: row.code, name: row.name, kind: row.kind, regionCode: row.region_code };
}
