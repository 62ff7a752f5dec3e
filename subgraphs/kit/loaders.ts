import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import { prepared } from './database/prepared.ts';
import { pageSize } from './paging.ts';
import type { Viewer } from './viewer.ts';

/** What the keys of a loader are in the database. */
export type KeyType = 'uuid' | 'text';

/**
 * The row of each key, or the first where there are several: one statement for all keys of a request; null where there is no
 * row. Keys of type uuid that are none find nothing.
 * @param open opens what is sealed in a row
 */
export function loadByKey<Row>(
  db: Knex,
  query: () => Knex.QueryBuilder,
  column: string,
  keyType?: KeyType,
): DataLoader<string, Row | null>;
export function loadByKey<Row, Opened>(
  db: Knex,
  query: () => Knex.QueryBuilder,
  column: string,
  keyType: KeyType,
  open: (row: Row) => Opened,
): DataLoader<string, Opened | null>;
export function loadByKey<Row>(
  db: Knex,
  query: () => Knex.QueryBuilder,
  column: string,
  keyType: KeyType = 'uuid',
  open: (row: Row) => unknown = (row) => row,
): DataLoader<string, unknown> {
  return new DataLoader(async (keys) => {
    const one = query().whereRaw('?? = parent.key', [column]).limit(1);
    const found = await byParent<Row>(db, one, keyType, keys);
    return keys.map((key) => {
      const [row] = found(key);
      return row === undefined ? null : open(row);
    });
  });
}

/**
 * Runs a query for each of many keys, which stand in it as `parent.key`, in one statement: a lateral join. Prepared, it has
 * one plan, which goes by the key; of a condition on the region alone the planner knows too little to be asked each time.
 */
async function byParent<Row>(
  db: Knex,
  query: Knex.QueryBuilder,
  keyType: KeyType,
  keys: readonly string[],
): Promise<(key: string) => Row[]> {
  const isUuids = keyType === 'uuid';
  const asked = isUuids ? keys.filter((key) => isUuid(key)) : [...keys];
  if (asked.length === 0) return () => [];
  const rows: (Row & { parentKey: string })[] = await prepared(
    db
      .select('list.*', db.raw('parent.key::text as parent_key'))
      .from(db.raw(`unnest(?::${keyType}[]) as parent(key)`, [asked]))
      .joinRaw('cross join lateral ?', [query.as('list') as unknown as Knex.Value]),
  );
  const byKey = Map.groupBy(rows, (row) => row.parentKey);
  // PostgreSQL gives a uuid in small letters, however it was asked for.
  return (key) => byKey.get(isUuids ? key.toLowerCase() : key) ?? [];
}

export interface BoundedLists<Record_> {
  /** The rows of one parent; all parents of a request that ask for as many share one statement. @throws request error PAGE_SIZE */
  of(key: string, first: number | null | undefined): Promise<Record_[]>;
  /** All rows of one parent: for lists that are short by their nature, such as the offices of a district. */
  allOf(key: string): Promise<Record_[]>;
}

/**
 * Lists by parent, each bounded by `first`: one statement whatever the number of parents (a lateral join on the keys).
 * @param inner the list of one parent: a query in which `parent.key` stands for the parent's key
 * @param open opens what is sealed in a row
 */
export function loadLists<Row>(
  db: Knex,
  viewer: Viewer,
  keyType: KeyType,
  inner: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): BoundedLists<Row>;
export function loadLists<Row, Opened>(
  db: Knex,
  viewer: Viewer,
  keyType: KeyType,
  inner: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  open: (row: Row) => Opened,
): BoundedLists<Opened>;
export function loadLists<Row>(
  db: Knex,
  viewer: Viewer,
  keyType: KeyType,
  inner: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  open: (row: Row) => unknown = (row) => row,
): BoundedLists<unknown> {
  const bySize = new Map<number | null, DataLoader<string, unknown[]>>();
  const loaderOf = (size: number | null) => {
    const loader =
      bySize.get(size) ??
      new DataLoader<string, unknown[]>(async (keys) => {
        const list = inner(db.queryBuilder());
        const found = await byParent<Row>(db, size === null ? list : list.limit(size), keyType, keys);
        return keys.map((key) => found(key).map(open));
      });
    bySize.set(size, loader);
    return loader;
  };
  return {
    of: async (key, first) => loaderOf(pageSize(first, viewer)).load(key),
    allOf: (key) => loaderOf(null).load(key),
  };
}
