import type { Knex } from 'knex';
import { SYSTEM_SCOPE } from '../database/rowScope.ts';
import type { CasesOfPerson } from '../definition.ts';
import { HUB } from '../exchange/hub.ts';
import type { DisclosureRow } from '../generated/rows.ts';
import { pageSize } from '../paging.ts';
import { mayAsk } from '../permissions.ts';
import type { PersonReference } from '../references.ts';
import { forbidden } from '../requestError.ts';
import { runInScope } from '../server/requestState.ts';
import { regionScope, type Viewer } from '../viewer.ts';
import { withinRegion } from '../visibility.ts';
import type { Disclosure } from './disclosures.ts';

interface Asking {
  viewer: Viewer;
  db: Knex;
}

/**
 * The agency's part of who has read what is held on a person: PersonReaders.police for POLICE. The hub's auditors see
 * every agency's part; an agency's auditors see of their own what was read of records of their region. What is of no region, as
 * a person is, is the hub's auditors' alone.
 */
export function personReaders(part: string, agency: string, casesOfPerson: CasesOfPerson = async () => []) {
  const field = part.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const readingsOf = async (db: Knex, token: string, size: number, before: number | null, viewer: Viewer) => {
    // A case that is sealed to the auditor is not told by who has read it.
    const cases = await runInScope({ region: '/', agency: viewer.agency }, () => casesOfPerson(db, token));
    return runInScope(SYSTEM_SCOPE, () =>
      disclosuresOf(db, { token, cases, within: regionScope(viewer.region) }, size, before),
    );
  };
  return {
    [field]: async (
      { token }: PersonReference,
      { first, before }: { first?: number | null; before?: number | null },
      { viewer, db }: Asking,
    ): Promise<Disclosure[]> => {
      const mine = viewer.agency === HUB || viewer.agency === agency;
      if (!mine || !mayAsk(viewer, 'readersOf')) throw forbidden(viewer.language);
      const size = pageSize(first ?? 100, viewer);
      return readingsOf(db, token, size, before ?? null, viewer);
    },
  };
}

/** The newest disclosures on a person and on the cases that the person has a part in, before a number of the chain: one statement. */
async function disclosuresOf(
  db: Knex,
  { token, cases, within }: { token: string; cases: readonly string[]; within: string },
  first: number,
  before: number | null,
): Promise<Disclosure[]> {
  const query = db<DisclosureRow>('disclosures').where((about) =>
    about.whereRaw('person_tokens @> array[?]', [token]).orWhere((ofCase) =>
      // A record of the case that names other persons is not about this one.
      ofCase.whereIn('caseId', [...cases]).where('personTokens', '{}'),
    ),
  );
  withinRegion(query, 'regionCode', within);
  if (before !== null) query.where('seq', '<', before);
  return (await query.orderBy('seq', 'desc').limit(first)).map((row) => ({
    sequence: row.seq,
    at: row.at,
    subject: row.subject,
    username: row.username,
    agency: row.agency,
    role: row.role,
    purpose: row.purpose,
    referralId: row.referralId,
    recordType: row.recordType,
    // A person is recorded by the token, which is a function of the identity number.
    recordId: row.personTokens.includes(row.recordId) ? null : row.recordId,
    fields: row.fields,
    denied: row.denied,
  }));
}
