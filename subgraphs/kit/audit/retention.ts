import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AgencyKeys } from '../crypto/keys.ts';
import { startProof } from './disclosures.ts';

const LEAST_MONTHS = 6;
const ruleShape = z.object({ disclosures: z.object({ months: z.int().min(LEAST_MONTHS), basis: z.string() }) });

/** Each night at three, Beijing time: minutes and hours of graphile-worker's crontab are UTC. */
export const RETENTION_CRONTAB = '0 19 * * * retain-disclosures';

/** How many months disclosures are kept, by retention.yml. @throws where it says less than 6 */
export function monthsKept(): number {
  return ruleShape.parse(parse(readFileSync(new URL('./retention.yml', import.meta.url), 'utf8'))).disclosures.months;
}

/** Rows that are removed at once. Meanwhile nothing can be added to the chain, and so no answer leaves: some 50 ms. */
const BATCH = 2_000;

/**
 * Removes the disclosures at the beginning of the chain that are older than the rule keeps them, and proves that it was us.
 * Gives how many. Each batch is a transaction, after which the chain is whole.
 */
export async function retainDisclosures(
  db: Knex,
  keys: Pick<AgencyKeys, 'auditMac'>,
  now: Date,
  months = monthsKept(),
): Promise<number> {
  const kept = new Date(now);
  kept.setUTCMonth(kept.getUTCMonth() - months);
  // Only from the beginning on: a young row among old ones keeps what comes after it.
  const old = await db('disclosures')
    .where(
      'seq',
      '<',
      db.raw('coalesce((select min(seq) from disclosures where at >= ?), 9223372036854775807)', [kept]),
    )
    .max('seq as last')
    .first();
  let removed = 0;
  for (;;) {
    const batch = await removeFirst(db, keys, Number(old?.last ?? 0));
    if (batch === 0) return removed;
    removed += batch;
  }
}

/** Removes the first rows of the chain, none of them after a number; gives how many. */
async function removeFirst(db: Knex, keys: Pick<AgencyKeys, 'auditMac'>, upTo: number): Promise<number> {
  return db.transaction(async (tx) => {
    await tx('disclosureHead').forUpdate().first();
    const first = await tx('disclosures').where('seq', '<=', upTo).orderBy('seq').limit(BATCH).select('seq', 'hash');
    const last = first.at(-1);
    if (!last) return 0;
    await tx.raw("select set_config('casegraph.retention', 'on', true)");
    const removed = await tx('disclosures').where('seq', '<=', last.seq).delete();
    await tx('disclosureHead').update({
      startSeq: last.seq,
      startHash: last.hash,
      startProof: startProof(keys, last.seq, last.hash),
    });
    return removed;
  });
}
