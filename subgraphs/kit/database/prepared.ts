/** Marks a statement for statementName: knex hands its options to the dialect as they are. */
const PREPARED = Object.freeze({ prepared: true });

/**
 * Has PostgreSQL parse and plan a statement once for each connection instead of each time, which below row-level security
 * takes longer than to run it. For texts that are few, and whose plan depends on no value: rows by their key, a list of one
 * parent. Not for pages with filters, whose plan is another for a district than for a province.
 */
export function prepared<Query extends { options(options: object): Query }>(query: Query): Query {
  return query.options(PREPARED);
}

export function isPrepared(statement: { options?: object }): boolean {
  return statement.options !== undefined && 'prepared' in statement.options;
}

/** Each connection keeps a plan for each name. */
const MOST_NAMES = 300;
let names = new Map<string, string>();
let generation = 0;

/** The name under which connections prepare a text; undefined where there are too many, and it is planned each time. */
export function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_NAMES) {
    name = `casegraph_${generation}_${names.size}`;
    names.set(text, name);
  }
  return name;
}

/** Whether a prepared statement gives other columns than when it was prepared: a migration has changed the table meanwhile. */
export function isOutdated(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === '0A000' && /cached plan/.test(String(message));
}

/** Has every connection prepare what it is asked from now on anew. */
export function forgetPrepared(): void {
  names = new Map();
  generation += 1;
}
