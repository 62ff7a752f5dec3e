import type { AgencyCode } from '../agencies.ts';

/** A row as it will stand in a table: names of columns as keys, in the form of the database or of the code, moments as Date or RFC 3339 text, amounts as text. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of all databases before they are loaded. */
export interface Rows {
  add(agency: AgencyCode, table: string, row: Row): void;
  of(agency: AgencyCode, table: string): readonly Row[];
  count(): number;
}

export function createRows(): Rows {
  const tables = new Map<string, Row[]>();
  let count = 0;
  return {
    add(agency, table, row) {
      const key = `${agency}.${table}`;
      const rows = tables.get(key);
      if (rows) rows.push(row);
      else tables.set(key, [row]);
      count += 1;
    },
    of: (agency, table) => tables.get(`${agency}.${table}`) ?? [],
    count: () => count,
  };
}
