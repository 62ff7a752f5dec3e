import type { Knex } from 'knex';
import { regionScope, type Viewer } from '../../kit/viewer.ts';

/** Whose viewers reach records by a case, a person or a reference; the hub's own users are not among them. */
const AGENCIES: readonly string[] = ['POLICE', 'JUSTICE', 'COURTS', 'PROSECUTORS', 'WOMENS_FEDERATION'];

/** Whether the viewer may list the bureau's records without a case or a person in hand. */
export function ownsRecords(viewer: Viewer): boolean {
  return viewer.agency === 'JUSTICE';
}

/** Narrows a query to the rows within the viewer's region; to none for who is of no agency. */
export function within(viewer: Viewer, query: Knex.QueryBuilder, regionColumn: string): Knex.QueryBuilder {
  if (!AGENCIES.includes(viewer.agency)) return query.whereRaw('false');
  return query.whereLike(regionColumn, `${regionScope(viewer.region)}%`);
}
