import type { Knex } from 'knex';

export interface RefusedEnvelope {
  id: string;
  envelopeId: string | null;
  from: string | null;
  code: string;
  at: Date;
}

export function createRefusedEnvelopes(db: Knex) {
  return {
    /** The newest of them: one statement. */
    async newest(first: number): Promise<RefusedEnvelope[]> {
      const rows = await db('refused_envelopes').orderBy('id', 'desc').limit(first);
      return rows.map((row) => ({
        id: row.id,
        envelopeId: row.envelope_id,
        from: row.claimed_from,
        code: row.code,
        at: row.at,
      }));
    },
  };
}
