import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { toSnake } from '../../subgraphs/kit/database/columnNames.ts';
import type { Row } from './rows.ts';

/**
 * Writes rows with COPY: a third of the time that PostgreSQL needs for the same rows as JSON. Columns are those of the first row; the
 * others get their defaults. Lists become arrays and objects become JSON.
 *
 * @throws what PostgreSQL says against a row
 */
export async function copyRows(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const text = rows.map((row) => line(columns.map((column) => row[column]))).join('');
  const sql = `copy ${table} (${columns.map(toSnake).join(', ')}) from stdin (delimiter E'${BETWEEN.escape}', null E'${NULL.escape}')`;
  const copy = client.query(copyFrom(sql));
  copy.end(text);
  await finished(copy);
}

/** Control characters that no text holds, so that a whole line is searched once for what needs escaping. */
const BETWEEN = { character: '\u0001', escape: '\\x01' };
const NULL = { character: '\u0002', escape: '\\x02' };
const SPECIAL = /[\\\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** A row in COPY's text format. */
function line(values: readonly unknown[]): string {
  const text = values.map(field).join(BETWEEN.character);
  return `${SPECIAL.test(text) ? text.replaceAll(/[\\\n\r]/g, (character) => ESCAPES[character] ?? character) : text}\n`;
}

function field(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return NULL.character;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value))
    return `{${value.map((item) => `"${String(item).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
