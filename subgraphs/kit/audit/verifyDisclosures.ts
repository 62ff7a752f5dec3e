import type { Knex } from 'knex';
import type { AgencyKeys } from '../crypto/keys.ts';
import type { DisclosureHeadRow, DisclosureRow } from '../generated/rows.ts';
import { type Seen, type Verification, verifyChain } from './chain.ts';
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
      const row = await tx<DisclosureHeadRow>('disclosureHead').first();
      if (!row) throw new Error('The trail has no head.');
      const head = { seq: row.seq, hash: row.hash };
      const start = { seq: row.startSeq, hash: row.startHash };
      const bad = (seq: number, fault: string) => ({ intact: false, entries: 0, firstBad: seq, fault, head });
      if (start.seq > 0 && row.startProof !== startProof(keys, start.seq, start.hash))
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
