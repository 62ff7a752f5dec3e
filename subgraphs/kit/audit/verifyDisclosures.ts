import type { Knex } from 'knex';
import type { AgencyKeys } from '../crypto/keys.ts';
import { type Seen, type Verification, verifyChain } from './chain.ts';
import type { DisclosureRow } from './disclosureRow.ts';
import { disclosureHash, startProof } from './disclosures.ts';

/**
 * Checks an agency's disclosures from the first that retention left to the newest, and that they still hold what was seen
 * before. @param db a pool that sees all rows
 */
export async function verifyDisclosures(
  db: Knex,
  keys: Pick<AgencyKeys, 'auditMac'>,
  seen: Seen | null,
  onProgress?: (done: number, total: number) => void,
): Promise<Verification & { head: Seen }> {
  return db.transaction(
    async (tx) => {
      const row = await tx('disclosure_head').first();
      const head = { seq: Number(row.seq), hash: String(row.hash) };
      const start = { seq: Number(row.start_seq), hash: String(row.start_hash) };
      const bad = (seq: number, fault: string) => ({ intact: false, entries: 0, firstBad: seq, fault, head });
      if (start.seq > 0 && row.start_proof !== startProof(keys, start.seq, start.hash))
        return bad(start.seq, 'The entries up to it were removed, and not by retention.');
      const found = await verifyChain<DisclosureRow>({
        after: (after, limit) => tx<DisclosureRow>('disclosures').where('seq', '>', after).orderBy('seq').limit(limit),
        hashOf: (prevHash, link) => disclosureHash(keys, prevHash, link.seq, link),
        head,
        start,
        seen,
        onProgress,
      });
      return { ...found, head };
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}
