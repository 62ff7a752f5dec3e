import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { addJob } from '../database/jobs.ts';
import type { CaseSealRow, SealRequestRow } from '../generated/rows.ts';
import type { Actor } from '../referrals/side.ts';
import { regionScope, type Viewer } from '../viewer.ts';
import { withinRegion } from '../visibility.ts';
import type { SealAction, SealNotice, SealRequest } from './messages.ts';

/** What an agency knows of a case's seal. */
export interface CaseSeal {
  sealedFor: readonly string[];
  sequence: number;
}

const NEVER_SEALED: CaseSeal = { sealedFor: [], sequence: 0 };

export interface NewSealRequest {
  caseId: string;
  action: SealAction;
  reason: string;
  actor: Actor;
}

export type SubmittedRequest = SealRequest & { attempts: number };

/** Whether the agency holds a record on the case in the viewer's region. */
export async function holdsRecordOn(tx: Knex, table: string, caseId: string, viewer: Viewer): Promise<boolean> {
  const found = await tx(table)
    .modify(withinRegion, 'regionCode', regionScope(viewer.region))
    .where({ caseId })
    .first('id');
  return found !== undefined;
}

/** What stands of a case; others that seal or unseal it wait until the transaction ends. */
export async function lockSeal(tx: Knex.Transaction, caseId: string): Promise<CaseSeal> {
  await tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`casegraph.seal:${caseId}`]);
  const { rows } = await tx.raw<{ rows: Partial<CaseSealRow>[] }>(
    'select sealed_for, sequence from casegraph_seal_of(?)',
    [caseId],
  );
  const { sealedFor, sequence = 0 } = rows[0] ?? {};
  return sealedFor ? { sealedFor, sequence } : NEVER_SEALED;
}

/** Closes the agency's own rows now; those of others follow with the exchange's notice. */
export async function sealAtOnce(tx: Knex.Transaction, caseId: string, authority: string): Promise<void> {
  await tx.raw('call casegraph_seal_at_once(?, ?)', [caseId, authority]);
}

/** Puts a request into the outbox, with the job that sends it. */
export async function submitRequest(tx: Knex.Transaction, request: NewSealRequest): Promise<void> {
  const id = uuidv7();
  await tx('sealRequests').insert({
    id,
    caseId: request.caseId,
    action: request.action,
    reason: request.reason,
    username: request.actor.username,
    role: request.actor.role,
    at: new Date(),
  });
  await addJob(tx, 'send-seal', { requestId: id });
}

/** Null where it has been answered. */
export async function submittedRequest(db: Knex, id: string): Promise<SubmittedRequest | null> {
  const row = await db<SealRequestRow>('sealRequests').where({ id, state: 'SUBMITTED' }).first();
  if (!row) return null;
  return {
    id: row.id,
    case: row.caseId,
    action: row.action,
    reason: row.reason,
    actor: { username: row.username, role: row.role },
    at: row.at.toISOString(),
    attempts: row.attempts,
  };
}

/** @returns whether it was still waiting for an answer */
export async function markRequest(db: Knex, id: string, changes: Partial<SealRequestRow>) {
  return (await db('sealRequests').where({ id, state: 'SUBMITTED' }).update(changes)) > 0;
}

/** Applies a notice once, in the order of the exchange's steps. */
export async function applyNotice(db: Knex, { case: caseId, sealedFor, sequence }: SealNotice): Promise<void> {
  await db.raw('call casegraph_apply_seal(?, ?, ?)', [caseId, [...sealedFor], sequence]);
}
