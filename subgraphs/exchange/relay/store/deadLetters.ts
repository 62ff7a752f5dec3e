import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import { addJob } from '../../../kit/database/jobs.ts';
import type { DeliveryRow } from '../../generated/rows.ts';

export interface DeadLetter extends Pick<DeliveryRow, 'toAgency' | 'attempts' | 'lastError'> {
  id: string;
  /** Null for a notice that a case was sealed or unsealed. */
  referralId: string | null;
  action: string;
  finishedAt: Date;
}

/** How a delivery was tried. */
const TRIES = ['toAgency', 'attempts', 'lastError', 'finishedAt'] as const;

export function createDeadLetters(db: Knex) {
  return {
    /** The newest of them: one statement. */
    async newest(first: number): Promise<DeadLetter[]> {
      const envelopes = db('deliveries')
        .join('ledger', 'ledger.envelopeId', 'deliveries.envelopeId')
        .where('deliveries.state', 'UNDELIVERABLE')
        .select(
          'deliveries.envelopeId as id',
          'deliveries.referralId',
          'ledger.action',
          ...TRIES.map((column) => `deliveries.${column}`),
        )
        .orderBy('deliveries.finishedAt', 'desc')
        .limit(first);
      const notices = db('sealNotices')
        .where({ state: 'UNDELIVERABLE' })
        .select('id', db.raw("null::uuid, 'SEAL_NOTICE'"), ...TRIES)
        .orderBy('finishedAt', 'desc')
        .limit(first);
      return db.unionAll([envelopes, notices], true).orderBy('finishedAt', 'desc').limit(first);
    },
    /** Puts the failed deliveries of an envelope or notice back to work; gives its referral or the notice, or null where there is no such dead letter. */
    async resend(tx: Knex.Transaction, envelopeId: string): Promise<string | null> {
      if (!isUuid(envelopeId)) return null;
      const again = { state: 'RELAYED', attempts: 0, finishedAt: null } as const;
      const notices = await tx('sealNotices').where({ id: envelopeId, state: 'UNDELIVERABLE' }).update(again);
      if (notices > 0) {
        await addJob(tx, 'deliver-seal', { noticeId: envelopeId });
        return envelopeId;
      }
      const rows = await tx<DeliveryRow>('deliveries')
        .where({ envelopeId, state: 'UNDELIVERABLE' })
        .update(again)
        .returning(['referralId', 'toAgency']);
      for (const { toAgency: to } of rows) await addJob(tx, 'deliver', { envelopeId, to });
      return rows[0]?.referralId ?? null;
    },
  };
}
