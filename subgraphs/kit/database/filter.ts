import type { Knex } from 'knex';

type Value = string | number | boolean | Date;

/** From the first on, and before the second; either may be left open. */
export interface Range {
  from?: Value | null | undefined;
  before?: Value | null | undefined;
}

/** What a column is compared with: a value, one of several, or a range. Null and undefined, as clients leave them out, ask nothing. */
export type Condition = Value | readonly Value[] | Range | null | undefined;

/** Narrows a query by what a client asks of its columns. */
export function filterBy(query: Knex.QueryBuilder, column: string, condition: Condition): Knex.QueryBuilder {
  if (condition === null || condition === undefined) return query;
  if (isList(condition)) return query.whereIn(column, [...condition]);
  if (!isRange(condition)) return query.where(column, condition);
  const { from, before } = condition;
  if (from !== null && from !== undefined) query.where(column, '>=', from);
  if (before !== null && before !== undefined) query.where(column, '<', before);
  return query;
}

function isList(condition: Value | readonly Value[] | Range): condition is readonly Value[] {
  return Array.isArray(condition);
}

function isRange(condition: Value | Range): condition is Range {
  return typeof condition === 'object' && !(condition instanceof Date);
}
