import type { Knex } from 'knex';
import { regionScope, type Viewer } from './viewer.ts';

/** Whether the viewer is of an agency that serves people; the hub's own staff runs the exchange and reads no records. */
export function isOfAgency(viewer: Viewer): boolean {
  return viewer.agency !== 'HUB';
}

/** Narrows a query to rows of the viewer's region and below for people of an agency, and to none for the hub's. */
export function readableBy(viewer: Viewer, query: Knex.QueryBuilder, regionColumn: string): Knex.QueryBuilder {
  if (!isOfAgency(viewer)) return query.whereRaw('false');
  return query.whereLike(regionColumn, `${regionScope(viewer.region)}%`);
}
