import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { RefusedEnvelopeRow } from '../../generated/rows.ts';

export type RefusedEnvelope = RefusedEnvelopeRow;

/** Whom an envelope without a valid signature claims to come from, if that is an agency, whence it came, and what was wrong. */
export interface Unsigned {
  from: string | null;
  network: string;
  code: string;
}

export function createRefusedEnvelopes(db: Knex) {
  return {
    /** The newest of them: one statement. */
    async newest(first: number): Promise<RefusedEnvelope[]> {
      return db<RefusedEnvelope>('refusedEnvelopes').orderBy('at', 'desc').orderBy('id', 'desc').limit(first);
    },

    /** One that its sender has signed: a row of its own. */
    async addSigned({ id, from, code }: { id: string; from: string; code: string }): Promise<void> {
      await db('refusedEnvelopes').insert({ id: uuidv7(), envelopeId: id, claimedFrom: from, code });
    },

    /** Adds to the day's rows: one statement. */
    async addUnsigned(counted: readonly (Unsigned & { count: number })[]): Promise<void> {
      const rows = counted.map(({ from, ...row }) => ({
        ...row,
        id: uuidv7(),
        claimedFrom: from,
        day: db.raw("(now() at time zone 'Asia/Shanghai')::date"),
      }));
      await db('refusedEnvelopes')
        .insert(rows)
        .onConflict(db.raw('(day, claimed_from, network, code) where day is not null'))
        .merge({ count: db.raw('refused_envelopes.count + excluded.count'), at: db.fn.now() });
    },
  };
}

export type RefusedEnvelopes = ReturnType<typeof createRefusedEnvelopes>;
