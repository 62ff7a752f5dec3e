import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import { readableBy } from '../../../kit/visibility.ts';

export interface Mediator {
  id: string;
  name: string;
  fullTime: boolean;
  organisationId: string;
}

interface Row {
  id: string;
  name: string;
  full_time: boolean;
  organisation_id: string;
}

const COLUMNS = ['mediators.id', 'mediators.name', 'mediators.full_time', 'mediators.organisation_id'];

/** Mediators: of the region that their organisation works in. */
export function createMediators({ db, viewer }: StoreParts) {
  const visible = () =>
    readableBy(
      viewer,
      db('mediators')
        .select(COLUMNS)
        .join('mediation_organisations', 'mediation_organisations.id', 'mediators.organisation_id'),
      'mediation_organisations.region_code',
    );
  return { byId: loadByKey<Row, Mediator>(db, visible, 'mediators.id', toMediator) };
}

function toMediator(row: Row): Mediator {
  return { id: row.id, name: row.name, fullTime: row.full_time, organisationId: row.organisation_id };
}
