import pg from 'pg';
import { toCamel } from './columnNames.ts';

/** A statement whose rows come with camelCase names: mapped once for each result, before its rows are made. */
export class RowQuery extends pg.Query {
  readonly #isCamel: boolean;

  constructor(
    statement: { name?: string | undefined; text: string; values?: unknown[] | undefined },
    isCamel: boolean,
  ) {
    super(statement as pg.QueryConfig);
    this.#isCamel = isCamel;
  }

  override handleRowDescription(message: { fields: { name: string }[] }): void {
    if (this.#isCamel) for (const field of message.fields) field.name = toCamel(field.name);
    super.handleRowDescription(message);
  }
}
