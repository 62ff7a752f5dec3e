import pg from 'pg';
import { toCamel } from './columnNames.ts';

/** A statement whose rows come with camelCase names: mapped once for each result, before its rows are made. */
export class RowQuery extends pg.Query {
  constructor(statement: { name?: string | undefined; text: string; values?: unknown[] | undefined }) {
    super(statement as pg.QueryConfig);
  }

  override handleRowDescription(message: { fields: { name: string }[] }): void {
    for (const field of message.fields) field.name = toCamel(field.name);
    super.handleRowDescription(message);
  }
}
