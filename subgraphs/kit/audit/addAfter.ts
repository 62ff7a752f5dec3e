import { toSnake } from '../database/columnNames.ts';
import type { DisclosureRow } from '../generated/rows.ts';
import type { Seen } from './chain.ts';

/** A disclosure's columns, and how PostgreSQL names the array of each: lists travel as the text of an array. */
const COLUMNS = {
  seq: 'bigint[]',
  at: 'timestamptz[]',
  subject: 'text[]',
  username: 'text[]',
  agency: 'text[]',
  role: 'text[]',
  purpose: 'text[]',
  referralId: 'uuid[]',
  requestId: 'text[]',
  recordType: 'text[]',
  recordId: 'text[]',
  caseId: 'uuid[]',
  personTokens: 'text[]',
  fields: 'text[]',
  denied: 'text[]',
  regionCode: 'text[]',
  prevHash: 'text[]',
  hash: 'text[]',
} as const satisfies Record<keyof DisclosureRow, string>;

const KEYS = Object.keys(COLUMNS) as (keyof DisclosureRow)[];
const LISTS: ReadonlySet<string> = new Set(['personTokens', 'fields', 'denied'] satisfies (keyof DisclosureRow)[]);
/** The driver of the trail is PostgreSQL's own: this text is not written by the query builder. */
const NAMES = KEYS.map(toSnake).join(', ');

/**
 * Adds rows after the newest one, and none where the chain ends otherwise by now: one statement, which moves the head as
 * well. Column by column, which takes PostgreSQL half of the time that JSON does.
 */
const TEXT = `with moved as (
  update disclosure_head set seq = $1, hash = $2 where seq = $3 and hash = $4 returning true
)
insert into disclosures (${NAMES})
select ${KEYS.map((key) => (LISTS.has(key) ? `${toSnake(key)}::text[]` : toSnake(key))).join(', ')}
from unnest(${KEYS.map((key, index) => `$${index + 5}::${COLUMNS[key]}`).join(', ')}) as added (${NAMES})
where exists (select from moved)`;

/** @param head where the chain ends, as far as is known */
export function addAfter(head: Seen, rows: readonly DisclosureRow[], last: Seen) {
  const columns = KEYS.map((key) => rows.map((row) => (LISTS.has(key) ? arrayText(row[key] as string[]) : row[key])));
  return {
    name: 'casegraph_add_disclosures',
    text: TEXT,
    values: [last.seq, last.hash, head.seq, head.hash, ...columns],
  };
}

/** A list as PostgreSQL writes an array. */
function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
