import type { Knex } from 'knex';

/** Marks a query whose rows come with camelCase names. */
const CAMEL = Object.freeze({ rows: 'camelCase' });

/** Whether the rows of a query come with camelCase names. */
export function isCamel(queryContext: unknown): boolean {
  return queryContext === CAMEL;
}

/**
 * The same connection or transaction, whose rows come with camelCase names, in raw queries too. For the time in which stores
 * are converted one by one: when all are, every row comes so, and this file goes.
 */
export function camelRows<Connection extends Knex>(db: Connection): Connection {
  return new Proxy(db, {
    apply: (target, self, args) => marked(Reflect.apply(target, self, args)),
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key === 'transaction')
        return (work: (tx: Knex.Transaction) => unknown) =>
          target.transaction((tx) => Promise.resolve(work(camelRows(tx))));
      return (...args: unknown[]) => marked(Reflect.apply(value, target, args));
    },
  });
}

function marked(query: unknown): unknown {
  if (isQuery(query)) query.queryContext(CAMEL);
  return query;
}

function isQuery(query: unknown): query is { queryContext(context: object): unknown } {
  return (
    typeof query === 'object' && query !== null && 'queryContext' in query && typeof query.queryContext === 'function'
  );
}
