import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../../kit/paging.ts';
import { readableBy } from '../../../kit/visibility.ts';
import type { MediationOrganisationFilter } from '../../generated/resolvers.ts';
import type { MediationOrganisationRow } from '../../generated/rows.ts';

export type MediationOrganisation = MediationOrganisationRow;

/** Organisations: the bureau lists those of its region; another agency reaches one of its region by reference or region. */
export function createMediationOrganisations({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) =>
    readableBy(viewer, query.select('*').from('mediationOrganisations'), 'regionCode');
  return {
    byId: loadByKey<MediationOrganisation>(db, visible, 'id'),
    /** Organisations of exactly these regions, by code: one statement. */
    ofRegion: loadLists<MediationOrganisation>(db, viewer, 'text', (query) =>
      visible(query).whereRaw('region_code = parent.key').orderBy('code'),
    ),
    /** One statement; none for those who are not of the bureau. */
    page: (args: PageArgs, { kind, region }: MediationOrganisationFilter) =>
      pageOf<MediationOrganisation>(viewer, args, { rows: visible(), own: 'JUSTICE', region, where: { kind } }),
  };
}
