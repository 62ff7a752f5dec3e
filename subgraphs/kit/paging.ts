import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../protocol/pageSize.ts';
import { type Condition, filterBy } from './database/filter.ts';
import { badArgument } from './requestError.ts';
import { narrowScope, type Viewer } from './viewer.ts';
import { readsOwn, withinRegion } from './visibility.ts';

/** Most rows that a list gives at once, whatever its form. */
export const PAGE_LIMIT = MAX_PAGE_SIZE;

export interface PageArgs {
  first?: number | null;
  after?: string | null;
}

export interface Connection<Row> {
  edges: { cursor: string; node: Row }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** A list of records that the viewer goes through, as a store names it. */
export interface PageSource<Row> {
  /** The rows that the viewer may see, with what no column says of the filter. */
  rows: Knex.QueryBuilder;
  /** The table of the records, where others are joined to it. */
  table?: string;
  /** The agency whose own people alone go through the list; others get an empty page. Left out where rows alone decide. */
  own?: string;
  /** The region that the client asks for, with all below it. */
  region?: string | null | undefined;
  /** Narrows the rows to a region, where more than their regionCode says whether they are in it. @param digits what its code begins with */
  within?: (digits: string) => void;
  /** What the client asks of the records' columns. */
  where?: { readonly [Column in keyof Row & string]?: Condition };
}

/**
 * A page of a list by its filter, newest first: one statement of `first + 1` rows, and none where the viewer can see no row of it. Ids are
 * UUIDv7, so their order is the order of time and the id is the cursor.
 * @param open opens what is sealed in a row
 * @throws request errors PAGE_SIZE and INVALID_CURSOR
 */
export function pageOf<Row extends { id: string }>(
  viewer: Viewer,
  args: PageArgs,
  source: PageSource<Row>,
): Promise<Connection<Row>>;
export function pageOf<Row extends { id: string }, Opened>(
  viewer: Viewer,
  args: PageArgs,
  source: PageSource<Row>,
  open: (row: Row) => Opened,
): Promise<Connection<Opened>>;
export async function pageOf<Row extends { id: string }>(
  viewer: Viewer,
  args: PageArgs,
  { rows: query, table, own, region, within, where = {} }: PageSource<Row>,
  open: (row: Row) => unknown = (row) => row,
): Promise<Connection<unknown>> {
  const scope = narrowScope(viewer, region);
  if (scope === null || (own !== undefined && !readsOwn(viewer, own))) return emptyPage(args);
  const column = (name: string) => (table === undefined ? name : `${table}.${name}`);
  if (within) within(scope);
  else withinRegion(query, column('regionCode'), scope);
  for (const [name, condition] of Object.entries<Condition>(where)) filterBy(query, column(name), condition);
  const first = pageSize(args.first, viewer);
  if (args.after) query.where(column('id'), '<', decodeCursor(args.after, viewer));
  const rows: Row[] = await query.orderBy(column('id'), 'desc').limit(first + 1);
  const edges = rows.slice(0, first).map((row) => ({ cursor: encodeCursor(row.id), node: open(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(args.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function emptyPage<Row>(args: PageArgs): Connection<Row> {
  return {
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: Boolean(args.after), startCursor: null, endCursor: null },
  };
}

/** The size of a page or a bounded list. @throws request error PAGE_SIZE outside 1 to 100 */
export function pageSize(first: number | null | undefined, viewer: Viewer): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > PAGE_LIMIT) throw badArgument(['first'], 'PAGE_SIZE', String(size), viewer.language);
  return size;
}

function encodeCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function decodeCursor(cursor: string, viewer: Viewer): string {
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!isUuid(id)) throw badArgument(['after'], 'INVALID_CURSOR', null, viewer.language);
  return id;
}
