import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import { pageSize } from './paging.ts';
import type { Viewer } from './viewer.ts';

/**
 * Rows by key: one statement for all keys of a request; null where there is no row. Keys of type uuid that are none find nothing.
 * @param name the key's name in the row, where it is not the column's
 */
export function loadByKey<Row, Record_>(
  query: () => Knex.QueryBuilder,
  column: string,
  toRecord: (row: Row) => Record_,
  keyIsUuid = true,
  name = column.split('.').at(-1) ?? column,
): DataLoader<string, Record_ | null> {
  return new DataLoader(async (keys) => {
    const asked = keyIsUuid ? keys.filter((key) => isUuid(key)) : keys;
    const rows: Row[] = asked.length ? await query().whereIn(column, [...asked]) : [];
    const found = new Map(rows.map((row) => [String((row as Record<string, unknown>)[name]), toRecord(row)]));
    // PostgreSQL gives a uuid in small letters, however it was asked for.
    return keys.map((key) => found.get(keyIsUuid ? key.toLowerCase() : key) ?? null);
  });
}

export interface BoundedLists<Record_> {
  /** The rows of one parent; all parents of a request that ask for as many share one statement. @throws request error PAGE_SIZE */
  of(key: string, first: number | null | undefined): Promise<Record_[]>;
}

/**
 * Lists by parent, each bounded by `first`: one statement whatever the number of parents (a lateral join on the keys).
 * @param inner the list of one parent: a query in which `parent.key` stands for the parent's key
 */
export function loadLists<Row extends { parent_key: string }, Record_>(
  db: Knex,
  viewer: Viewer,
  keyType: 'uuid' | 'text',
  inner: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  toRecord: (row: Row) => Record_,
): BoundedLists<Record_> {
  const bySize = new Map<number, DataLoader<string, Record_[]>>();
  const loader = (size: number) =>
    new DataLoader<string, Record_[]>(async (keys) => {
      const asked = keyType === 'uuid' ? keys.filter((key) => isUuid(key)) : [...keys];
      if (asked.length === 0) return keys.map(() => []);
      const list = inner(db.queryBuilder()).limit(size).as('list');
      const rows: Row[] = await db
        .select('list.*', db.raw('parent.key::text as parent_key'))
        .from(db.raw(`unnest(?::${keyType}[]) as parent(key)`, [asked]))
        .joinRaw('cross join lateral ?', [list as unknown as Knex.Value]);
      const byKey = Map.groupBy(rows, (row) => row.parent_key);
      return keys.map((key) => (byKey.get(key) ?? []).map(toRecord));
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
