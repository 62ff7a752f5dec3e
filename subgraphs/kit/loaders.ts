import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import { prepared } from './database/prepared.ts';
import { pageSize } from './paging.ts';
import type { Viewer } from './viewer.ts';

/**
 * The row of each key, or the first where there are several: one statement for all keys of a request; null where there is no
 * row. Keys of type uuid that are none find nothing.
 */
export function loadByKey<Row, Record_>(
  db: Knex,
  query: () => Knex.QueryBuilder,
  column: string,
  toRecord: (row: Row) => Record_,
  keyIsUuid = true,
): DataLoader<string, Record_ | null> {
  return new DataLoader(async (keys) => {
    const one = query().whereRaw('?? = parent.key', [column]).limit(1);
    const found = await byParent<Row>(db, one, keyIsUuid ? 'uuid' : 'text', keys);
    return keys.map((key) => {
      const [row] = found(key);
      return row ? toRecord(row) : null;
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
  keyType: 'uuid' | 'text',
  keys: readonly string[],
): Promise<(key: string) => Row[]> {
  const isUuids = keyType === 'uuid';
  const asked = isUuids ? keys.filter((key) => isUuid(key)) : [...keys];
  if (asked.length === 0) return () => [];
  const rows: (Row & { parent_key: string })[] = await prepared(
    db
      .select('list.*', db.raw('parent.key::text as parent_key'))
      .from(db.raw(`unnest(?::${keyType}[]) as parent(key)`, [asked]))
      .joinRaw('cross join lateral ?', [query.as('list') as unknown as Knex.Value]),
  );
  const byKey = Map.groupBy(rows, (row) => row.parent_key);
  // PostgreSQL gives a uuid in small letters, however it was asked for.
  return (key) => byKey.get(isUuids ? key.toLowerCase() : key) ?? [];
}

export interface BoundedLists<Record_> {
  /** The rows of one parent; all parents of a request that ask for as many share one statement. @throws request error PAGE_SIZE */
  of(key: string, first: number | null | undefined): Promise<Record_[]>;
}

/**
 * Lists by parent, each bounded by `first`: one statement whatever the number of parents (a lateral join on the keys).
 * @param inner the list of one parent: a query in which `parent.key` stands for the parent's key
 */
export function loadLists<Row, Record_>(
  db: Knex,
  viewer: Viewer,
  keyType: 'uuid' | 'text',
  inner: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  toRecord: (row: Row) => Record_,
): BoundedLists<Record_> {
  const bySize = new Map<number, DataLoader<string, Record_[]>>();
  const loader = (size: number) =>
    new DataLoader<string, Record_[]>(async (keys) => {
      const found = await byParent<Row>(db, inner(db.queryBuilder()).limit(size), keyType, keys);
      return keys.map((key) => found(key).map(toRecord));
    });
  return {
    async of(key, first) {
      const size = pageSize(first, viewer);
      let ofSize = bySize.get(size);
      if (!ofSize) {
        ofSize = loader(size);
        bySize.set(size, ofSize);
      }
      return ofSize.load(key);
    },
  };
}
