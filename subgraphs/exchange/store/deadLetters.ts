import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import { addJob } from '../../kit/jobs.ts';

export interface DeadLetter {
  id: string;
  referralId: string;
  action: string;
  to: string;
  attempts: number;
  lastError: string;
  at: Date;
}

interface Row {
  envelope_id: string;
  referral_id: string;
  action: string;
  to_agency: string;
  attempts: number;
  last_error: string | null;
  finished_at: Date;
}

export function createDeadLetters(db: Knex) {
  return {
    /** The newest of them: one statement. */
    async newest(first: number): Promise<DeadLetter[]> {
      const rows: Row[] = await db('deliveries')
        .join('ledger', 'ledger.envelope_id', 'deliveries.envelope_id')
        .where('deliveries.state', 'UNDELIVERABLE')
        .select('deliveries.*', 'ledger.action')
        .orderBy('deliveries.finished_at', 'desc')
        .limit(first);
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
    /** Puts the envelope's failed deliveries back to work; gives its referral, or null where there is no such dead letter. */
    async resend(tx: Knex.Transaction, envelopeId: string): Promise<string | null> {
      if (!isUuid(envelopeId)) return null;
      const rows = await tx('deliveries')
        .where({ envelope_id: envelopeId, state: 'UNDELIVERABLE' })
        .update({ state: 'RELAYED', attempts: 0, finished_at: null })
        .returning(['referral_id', 'to_agency']);
      for (const { to_agency: to } of rows) await addJob(tx, 'deliver', { envelopeId, to });
      return rows[0]?.referral_id ?? null;
    },
  };
}
