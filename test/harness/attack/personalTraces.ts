import type pg from 'pg';
import { parseResidentId } from '../../../subgraphs/kit/formats/residentId.ts';

/** Finds personal data in what should hold none; says what kind it is and never what it says. */
export type FindPersonal = (text: string) => string[];

/** Eighteen characters that stand alone; a case number goes on, or begins with a letter. */
const NUMBER = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;
/** Mainland mobile numbers, also with the country's code; a longer run of digits is a serial, a moment or a case number. */
const MOBILE = /(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d{9}(?![0-9A-Za-z])/g;
/** What a JWS or JWE carries is in clear for whoever takes the trouble to decode it. */
const ENCODED = /[A-Za-z0-9_-]{24,}/g;

/** @param known names, numbers and whatever else must not be found, by what they are */
export function createFinder(known: ReadonlyMap<string, string>): FindPersonal {
  const inClear = (text: string): string[] => [
    ...[...text.matchAll(NUMBER)].filter(([number]) => parseResidentId(number).ok).map(() => 'an identity number'),
    ...[...text.matchAll(MOBILE)].map(() => 'a mobile number'),
    ...[...known].filter(([value]) => text.includes(value)).map(([, what]) => what),
  ];
  return (text) => {
    const found = inClear(text);
    for (const [part] of text.matchAll(ENCODED)) {
      const decoded = Buffer.from(part, 'base64url').toString('utf8');
      // What is encrypted, a token or an id decodes to bytes that are no text.
      if (!decoded.includes('\ufffd')) found.push(...inClear(decoded));
    }
    return found;
  };
}

/** Searches a dump of a database, every column of every row of every table; gives table and kind of each finding. */
export async function searchDatabase(client: pg.Client, find: FindPersonal): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
    for (const { line } of rows) found.push(...find(line).map((what) => `${name}: ${what}`));
  }
  return [...new Set(found)];
}
