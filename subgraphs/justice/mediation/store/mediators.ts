import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import { readableBy } from '../../../kit/visibility.ts';
import type { MediatorRow } from '../../generated/rows.ts';

export type Mediator = MediatorRow;

/** Mediators: of the region that their organisation works in. */
export function createMediators({ db, viewer }: StoreParts) {
  const visible = () =>
    readableBy(viewer, db('mediators'), 'mediationOrganisations.regionCode')
      .select('mediators.*')
      .join('mediationOrganisations', 'mediationOrganisations.id', 'mediators.organisationId');
  return { byId: loadByKey<Mediator>(db, visible, 'mediators.id') };
}
