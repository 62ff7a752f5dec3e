import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';

export interface RefusedEnvelope {
  id: string;
  envelopeId: string | null;
  from: string | null;
  network: string | null;
  code: string;
  count: number;
  at: Date;
}

/** Whom an envelope without a valid signature claims to come from, if that is an agency, whence it came, and what was wrong. */
export interface Unsigned {
  from: string | null;
  network: string;
  code: string;
}

/** GraphQL's Int has 32 bits. */
const MOST_SHOWN = 2 ** 31 - 1;

export function createRefusedEnvelopes(db: Knex) {
  return {
    /** The newest of them: one statement. */
    async newest(first: number): Promise<RefusedEnvelope[]> {
      const rows = await db('refused_envelopes').orderBy('at', 'desc').orderBy('id', 'desc').limit(first);
      return rows.map((row) => ({
        id: row.id,
        envelopeId: row.envelope_id,
        from: row.claimed_from,
        network: row.network,
        code: row.code,
        count: Math.min(Number(row.count), MOST_SHOWN),
        at: row.at,
      }));
    },

    /** One that its sender has signed: a row of its own. */
    async addSigned({ id, from, code }: { id: string; from: string; code: string }): Promise<void> {
      await db('refused_envelopes').insert({ id: uuidv7(), envelope_id: id, claimed_from: from, code });
    },

    /** Adds to the day's rows: one statement. */
    async addUnsigned(counted: readonly (Unsigned & { count: number })[]): Promise<void> {
      const rows = counted.map(({ from, ...row }) => ({
        ...row,
        id: uuidv7(),
        claimed_from: from,
        day: db.raw("(now() at time zone 'Asia/Shanghai')::date"),
      }));
      await db('refused_envelopes')
        .insert(rows)
        .onConflict(db.raw('(day, claimed_from, network, code) where day is not null') as never)
        .merge({ count: db.raw('refused_envelopes.count + excluded.count'), at: db.fn.now() });
    },
  };
}

export type RefusedEnvelopes = ReturnType<typeof createRefusedEnvelopes>;
