import type { Knex } from 'knex';
import { toSnake } from '../../../kit/database/columnNames.ts';
import type { ReferralRow } from '../../generated/rows.ts';
import type { Standing } from './entryCheck.ts';

const BATCH = 5_000;

/** A referral's row that says something else than the ledger. */
export interface WrongReferral {
  /** The entry that it should follow; null for a referral that has none. */
  seq: number | null;
  fault: string;
}

/**
 * Compares the rows of referrals, by which grants open, with what the ledger's entries say of each. Gives the one with the
 * earliest entry, and one that has no entry before all others; null where all agree.
 */
export async function findWrongReferral(
  tx: Knex,
  standings: ReadonlyMap<string, Standing>,
): Promise<WrongReferral | null> {
  const missing = new Map(standings);
  let first: WrongReferral | null = null;
  const add = (wrong: WrongReferral) => {
    if (!first || (wrong.seq ?? 0) < (first.seq ?? 0)) first = wrong;
  };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await tx<ReferralRow>('referrals').where('id', '>', after).orderBy('id').limit(BATCH);
    for (const row of rows) {
      const standing = standings.get(row.id);
      missing.delete(row.id);
      if (!standing) {
        add({ seq: null, fault: `The referral ${row.id} has no entry.` });
        continue;
      }
      const others = columnsThatDiffer(row, standing);
      if (others.length > 0)
        add({
          seq: standing.seq,
          fault: `The referral ${row.id} stands otherwise than its entries say: ${others.join(', ')}.`,
        });
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) break;
    after = last.id;
  }
  for (const [id, { seq }] of missing) add({ seq, fault: `The referral ${id} is missing.` });
  return first;
}

function columnsThatDiffer(row: ReferralRow, { sent, status, version }: Standing): string[] {
  const expected = {
    kind: sent.kind,
    fromAgency: sent.onBehalfOf ?? sent.from,
    toAgency: sent.to,
    status,
    version,
    regionCode: sent.region,
    caseId: sent.case,
    personTokens: sent.persons,
    subjectId: sent.subject,
    parentId: sent.parent,
  } satisfies Partial<Record<keyof ReferralRow, unknown>>;
  const columns = Object.keys(expected) as (keyof typeof expected)[];
  return columns.filter((column) => JSON.stringify(row[column]) !== JSON.stringify(expected[column])).map(toSnake);
}
