import type { Knex } from 'knex';
import { readsOf } from './permissions.ts';
import { regionScope, type Viewer } from './viewer.ts';

/** Whether the viewer is of an agency that serves people; the hub's own staff runs the exchange and reads no records. */
export function isOfAgency(viewer: Viewer): boolean {
  return viewer.agency !== 'HUB';
}

/**
 * Whether the viewer reads an agency's own records: as one of its people, in a role that does. An auditor of the agency is
 * not: what is shared with nobody is not for them to list, filter or count.
 */
export function readsOwn(viewer: Viewer, agency: string): boolean {
  return viewer.agency === agency && readsOf(viewer).has('OWN');
}

/** Narrows a query to rows of the viewer's region and below for people of an agency, and to none for the hub's. */
export function readableBy(viewer: Viewer, query: Knex.QueryBuilder, regionColumn: string): Knex.QueryBuilder {
  if (!isOfAgency(viewer)) return query.whereRaw('false');
  return withinRegion(query, regionColumn, regionScope(viewer.region));
}

/**
 * Narrows a query to regions whose codes begin with these digits. Written as a range: below row-level security the planner
 * uses an index for operators that cannot leak what they compare, which LIKE is not.
 */
export function withinRegion(query: Knex.QueryBuilder, regionColumn: string, digits: string): Knex.QueryBuilder {
  if (digits === '') return query;
  return query.whereRaw('?? ~>=~ ? and ?? ~<~ ?', [regionColumn, digits, regionColumn, nextPrefix(digits)]);
}

/** The smallest text that is greater than all that begin with these digits: 2101 → 2102, 2109 → 210:. */
function nextPrefix(digits: string): string {
  return digits.slice(0, -1) + String.fromCharCode(digits.charCodeAt(digits.length - 1) + 1);
}
