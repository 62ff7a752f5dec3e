import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import { badArgument } from './requestError.ts';
import type { Viewer } from './viewer.ts';

/** Most rows that a list gives at once, whatever its form. */
export const PAGE_LIMIT = 100;

export interface PageArgs {
  first?: number | null;
  after?: string | null;
}

export interface Connection<Row> {
  edges: { cursor: string; node: Row }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/**
 * A keyset page, newest first: ids are UUIDv7, so their order is the order of time and the id is the cursor.
 * One statement; it reads `first + 1` rows.
 * @throws request errors PAGE_SIZE and INVALID_CURSOR
 */
export async function keysetPage<Row extends { id: string }>(
  query: Knex.QueryBuilder,
  idColumn: string,
  args: PageArgs,
  viewer: Viewer,
  toRow: (row: never) => Row,
): Promise<Connection<Row>> {
  const first = pageSize(args.first, viewer);
  if (args.after) query.where(idColumn, '<', decodeCursor(args.after, viewer));
  const rows = (await query.orderBy(idColumn, 'desc').limit(first + 1)) as never[];
  const edges = rows
    .slice(0, first)
    .map(toRow)
    .map((node) => ({ cursor: encodeCursor(node.id), node }));
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

export function emptyPage<Row>(args: PageArgs): Connection<Row> {
  return {
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: Boolean(args.after), startCursor: null, endCursor: null },
  };
}

/** The size of a page or a bounded list. @throws request error PAGE_SIZE outside 1 to 100 */
export function pageSize(first: number | null | undefined, viewer: Viewer): number {
  const size = first ?? 20;
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
