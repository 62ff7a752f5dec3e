import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import { addJob } from '../../../kit/database/jobs.ts';

export interface DeadLetter {
  id: string;
  /** Null for a notice that a case was sealed or unsealed. */
  referralId: string | null;
  action: string;
  to: string;
  attempts: number;
  lastError: string;
  at: Date;
}

interface Row {
  envelope_id: string;
  referral_id: string | null;
  action: string;
  to_agency: string;
  attempts: number;
  last_error: string | null;
  finished_at: Date;
}

/** How a delivery was tried. */
const TRIES = ['to_agency', 'attempts', 'last_error', 'finished_at'];

export function createDeadLetters(db: Knex) {
  return {
    /** The newest of them: one statement. */
    async newest(first: number): Promise<DeadLetter[]> {
      const envelopes = db('deliveries')
        .join('ledger', 'ledger.envelope_id', 'deliveries.envelope_id')
        .where('deliveries.state', 'UNDELIVERABLE')
        .select(
          'deliveries.envelope_id',
          'deliveries.referral_id',
          'ledger.action',
          ...TRIES.map((column) => `deliveries.${column}`),
        )
        .orderBy('deliveries.finished_at', 'desc')
        .limit(first);
      const notices = db('seal_notices')
        .where({ state: 'UNDELIVERABLE' })
        .select('id', db.raw("null::uuid, 'SEAL_NOTICE'"), ...TRIES)
        .orderBy('finished_at', 'desc')
        .limit(first);
      const rows: Row[] = await db.unionAll([envelopes, notices], true).orderBy('finished_at', 'desc').limit(first);
      return rows.map((row) => ({
        id: row.envelope_id,
        referralId: row.referral_id,
        action: row.action,
        to: row.to_agency,
        attempts: row.attempts,
        lastError: row.last_error ?? 'UNKNOWN',
        at: row.finished_at,
      }));
    },
    /** Puts the failed deliveries of an envelope or notice back to work; gives its referral or the notice, or null where there is no such dead letter. */
    async resend(tx: Knex.Transaction, envelopeId: string): Promise<string | null> {
      if (!isUuid(envelopeId)) return null;
      const again = { state: 'RELAYED', attempts: 0, finished_at: null };
      const notices = await tx('seal_notices').where({ id: envelopeId, state: 'UNDELIVERABLE' }).update(again);
      if (notices > 0) {
        await addJob(tx, 'deliver-seal', { noticeId: envelopeId });
        return envelopeId;
      }
      const rows = await tx('deliveries')
        .where({ envelope_id: envelopeId, state: 'UNDELIVERABLE' })
        .update(again)
        .returning(['referral_id', 'to_agency']);
      for (const { to_agency: to } of rows) await addJob(tx, 'deliver', { envelopeId, to });
      return rows[0]?.referral_id ?? null;
    },
  };
}
