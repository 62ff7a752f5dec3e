import type { Seen } from './chain.ts';
import type { DisclosureRow } from './disclosureRow.ts';

/** A disclosure's columns, and how PostgreSQL names the array of each: lists travel as the text of an array. */
const COLUMNS = {
  seq: 'bigint[]',
  at: 'timestamptz[]',
  subject: 'text[]',
  username: 'text[]',
  agency: 'text[]',
  role: 'text[]',
  purpose: 'text[]',
  referral_id: 'uuid[]',
  request_id: 'text[]',
  record_type: 'text[]',
  record_id: 'text[]',
  case_id: 'uuid[]',
  person_tokens: 'text[]',
  fields: 'text[]',
  denied: 'text[]',
  region_code: 'text[]',
  prev_hash: 'text[]',
  hash: 'text[]',
} as const satisfies Record<keyof DisclosureRow, string>;

const NAMES = Object.keys(COLUMNS) as (keyof DisclosureRow)[];
const LISTS: ReadonlySet<string> = new Set(['person_tokens', 'fields', 'denied'] satisfies (keyof DisclosureRow)[]);

/**
 * Adds rows after the newest one, and none where the chain ends otherwise by now: one statement, which moves the head as
 * well. Column by column, which takes PostgreSQL half of the time that JSON does.
 */
const TEXT = `with moved as (
  update disclosure_head set seq = $1, hash = $2 where seq = $3 and hash = $4 returning true
)
insert into disclosures (${NAMES.join(', ')})
select ${NAMES.map((name) => (LISTS.has(name) ? `${name}::text[]` : name)).join(', ')}
from unnest(${NAMES.map((name, index) => `$${index + 5}::${COLUMNS[name]}`).join(', ')}) as added (${NAMES.join(', ')})
where exists (select from moved)`;

/** @param head where the chain ends, as far as is known */
export function addAfter(head: Seen, rows: readonly DisclosureRow[], last: Seen) {
  const columns = NAMES.map((name) =>
    rows.map((row) => (LISTS.has(name) ? arrayText(row[name] as string[]) : row[name])),
  );
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
