import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { parse } from 'yaml';
import { AGENCIES, type Agency, type Facts, REGION } from '../expected/facts.ts';
import type { NamedReferral } from '../expected/oracle.ts';

/** How the referral that a reader names stands to the reader and the records. */
export const STATES = [
  'OPEN',
  'CLOSED',
  'OTHER_PERSON_AND_CASE',
  'TO_ANOTHER_AGENCY',
  'OTHER_PERSON',
  'OTHER_CASE',
  'ON_THE_PERSON_ONLY',
  'ON_THE_CASE_ONLY',
] as const;
export type State = (typeof STATES)[number] | 'NONE' | 'UNKNOWN';

/** A referral that a viewer of an agency names, or none. */
export interface Situation {
  agency: Agency;
  state: State;
  /** Null where no referral is named. */
  purpose: string | null;
  id: string | null;
  /** What the oracle is told of it; null where there is none, and where nobody knows it. */
  referral: NamedReferral | null;
}

interface Kinds {
  open: string[];
  kinds: Record<string, { purpose: string }>;
}

const { open, kinds }: Kinds = parse(
  readFileSync(new URL('../../../subgraphs/exchange/referral-kinds.yml', import.meta.url), 'utf8'),
);
const ENDED = ['CONCLUDED', 'ACKNOWLEDGED', 'RETURNED', 'REFERRED_ONWARD', 'WITHDRAWN', 'EXPIRED', 'ENTERED_IN_ERROR'];

/** A kind of referral for each purpose. */
const KIND_OF = new Map(Object.entries(kinds).map(([kind, { purpose }]) => [purpose, kind]));
export const PURPOSES: readonly string[] = [...KIND_OF.keys()];

/** A person of whom no agency holds anything. */
const STRANGER = 'a-person-of-whom-nobody-knows-anything-0000';

/**
 * Every agency with every purpose and state, with none and with one that nobody knows; and the exchange's rows of them.
 * @param own what the referrals are about @param other what they are about where they miss it
 */
export function inventSituations(own: Facts, other: Facts): { situations: Situation[]; rows: object[] } {
  const rows: object[] = [];
  const situations = AGENCIES.flatMap((agency, place): Situation[] => {
    const none: Situation = { agency, state: 'NONE', purpose: null, id: null, referral: null };
    const next = AGENCIES[(place + 1) % AGENCIES.length] ?? agency;
    const unknown = { to: agency, isOpen: false, purpose: '', caseId: null, persons: [] };
    const named = PURPOSES.flatMap((purpose, turn) =>
      STATES.map((state): Situation => {
        const referral: NamedReferral = {
          to: state === 'TO_ANOTHER_AGENCY' ? next : agency,
          isOpen: state !== 'CLOSED',
          purpose,
          caseId: caseFor(state, own.caseId, other.caseId),
          persons: personsFor(state, own.person.token, other.person.token),
        };
        const id = uuidv7();
        const statuses = referral.isOpen ? open : ENDED;
        rows.push(rowOf(id, referral, statuses[(turn + place) % statuses.length] ?? 'SENT'));
        return { agency, state, purpose, id, referral };
      }),
    );
    return [none, { agency, state: 'UNKNOWN', purpose: null, id: uuidv7(), referral: unknown }, ...named];
  });
  return { situations, rows };
}

function caseFor(state: State, own: string, foreign: string): string | null {
  if (state === 'ON_THE_PERSON_ONLY') return null;
  return state === 'OTHER_CASE' || state === 'OTHER_PERSON_AND_CASE' ? foreign : own;
}

function personsFor(state: State, own: string, foreign: string): readonly string[] {
  if (state === 'ON_THE_CASE_ONLY') return [];
  return [STRANGER, state === 'OTHER_PERSON' || state === 'OTHER_PERSON_AND_CASE' ? foreign : own];
}

function rowOf(id: string, { to, purpose, caseId, persons }: NamedReferral, status: string): object {
  return {
    id,
    kind: KIND_OF.get(purpose),
    from_agency: 'PETITIONS',
    to_agency: to,
    status,
    version: 2,
    region_code: REGION,
    case_id: caseId,
    person_tokens: [...persons],
    subject_id: id,
    hops: 0,
    parent_id: null,
    return_loop: false,
    sent_at: '2023-03-01',
  };
}
