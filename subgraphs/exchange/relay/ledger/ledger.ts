import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { EnvelopeHeader } from '../../../kit/referrals/envelope.ts';

/** An entry of the ledger, without what chaining adds. */
export interface LedgerEntry {
  header: EnvelopeHeader;
  /** The referral's status after it. */
  status: string;
  recordedAt: Date;
  jws: string;
}

export interface LedgerRow {
  seq: number;
  envelope_id: string;
  referral_id: string;
  kind: string;
  action: string;
  from_agency: string;
  to_agency: string;
  status: string;
  version: number | null;
  case_id: string | null;
  person_tokens: string[];
  region_code: string;
  parent_id: string | null;
  reason_code: string | null;
  note: string | null;
  username: string;
  role: string;
  at: Date;
  recorded_at: Date;
  jws: string;
  prev_hash: string;
  hash: string;
}

/** An entry's own columns. */
export type Entry = Omit<LedgerRow, 'seq' | 'prev_hash' | 'hash'>;

/** The columns that a hash covers, in their order. */
export const COVERED = [
  'envelope_id',
  'referral_id',
  'kind',
  'action',
  'from_agency',
  'to_agency',
  'status',
  'version',
  'case_id',
  'person_tokens',
  'region_code',
  'parent_id',
  'reason_code',
  'note',
  'username',
  'role',
  'at',
  'recorded_at',
  'jws',
] as const satisfies readonly (keyof Entry)[];

/** The columns of an entry, as they are stored. */
export function toEntry({ header, status, recordedAt, jws }: LedgerEntry): Entry {
  return {
    envelope_id: header.id,
    referral_id: header.referral,
    kind: header.kind,
    action: header.action,
    from_agency: header.from,
    to_agency: header.to,
    status,
    version: header.version,
    case_id: header.case,
    person_tokens: header.persons,
    region_code: header.region,
    parent_id: header.parent,
    reason_code: header.reason,
    note: header.note,
    username: header.actor.username,
    role: header.actor.role,
    at: new Date(header.at),
    recorded_at: recordedAt,
    jws,
  };
}

/** The canonical form of an entry: a JSON list of its covered columns, moments as UTC with milliseconds. */
export function canonical(entry: Entry): string {
  return JSON.stringify(COVERED.map((column) => entry[column]));
}

/** The hash of an entry; the same as the database's append_to_ledger computes. */
export function chainHash(prevHash: string, seq: number, content: string): string {
  return createHash('sha256').update(`${prevHash}:${seq}:${content}`).digest('hex');
}

/** What leaves with an entry: its body, and to whom. */
export interface Delivery {
  /** Empty for a notice of the hub's own, which has no body. */
  jwe: string;
  deliverTo: readonly string[];
}

/**
 * Adds an entry after the newest one, with its deliveries, when the transaction commits: only then does it lock the newest,
 * for which all other entries wait.
 */
export async function appendToLedger(
  tx: Knex.Transaction,
  ledgerEntry: LedgerEntry,
  delivery: Delivery,
): Promise<void> {
  const entry = toEntry(ledgerEntry);
  await tx('ledger_waiting').insert({
    envelope_id: entry.envelope_id,
    entry: JSON.stringify(entry),
    content: canonical(entry),
    jwe: delivery.jwe,
    deliver_to: delivery.deliverTo,
  });
}
