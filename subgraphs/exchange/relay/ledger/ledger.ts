import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { toSnake } from '../../../kit/database/columnNames.ts';
import type { EnvelopeHeader } from '../../../kit/referrals/envelope.ts';
import type { LedgerRow } from '../../generated/rows.ts';

/** An entry of the ledger, without what chaining adds. */
export interface LedgerEntry {
  header: EnvelopeHeader;
  /** The referral's status after it. */
  status: string;
  recordedAt: Date;
  jws: string;
}

/** An entry's own columns. */
export interface Entry extends Omit<LedgerRow, 'seq' | 'prevHash' | 'hash' | 'status'> {
  status: string;
}

/** The columns that a hash covers, in their order. */
export const COVERED = [
  'envelopeId',
  'referralId',
  'kind',
  'action',
  'fromAgency',
  'toAgency',
  'status',
  'version',
  'caseId',
  'personTokens',
  'regionCode',
  'parentId',
  'reasonCode',
  'note',
  'username',
  'role',
  'at',
  'recordedAt',
  'jws',
] as const satisfies readonly (keyof Entry)[];

/** The columns of an entry, as they are stored. */
export function toEntry({ header, status, recordedAt, jws }: LedgerEntry): Entry {
  return {
    envelopeId: header.id,
    referralId: header.referral,
    kind: header.kind,
    action: header.action,
    fromAgency: header.from,
    toAgency: header.to,
    status,
    version: header.version,
    caseId: header.case,
    personTokens: header.persons,
    regionCode: header.region,
    parentId: header.parent,
    reasonCode: header.reason,
    note: header.note,
    username: header.actor.username,
    role: header.actor.role,
    at: new Date(header.at),
    recordedAt,
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
  await tx('ledgerWaiting').insert({
    envelopeId: entry.envelopeId,
    entry: JSON.stringify(asStored(entry)),
    content: canonical(entry),
    jwe: delivery.jwe,
    deliverTo: delivery.deliverTo,
  });
}

/** By the names of the ledger's columns: the database makes a row of it. */
function asStored(entry: Entry): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).map(([column, value]) => [toSnake(column), value]));
}
