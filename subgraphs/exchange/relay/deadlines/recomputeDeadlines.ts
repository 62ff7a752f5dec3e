import type { Knex } from 'knex';
import type { ReferralRules } from '../../../kit/referrals/rules.ts';
import type { ReferralDeadlineRow, ReferralRow } from '../../generated/rows.ts';
import { dueOf, scheduleNotice } from './deadlines.ts';

type Key = Pick<ReferralDeadlineRow, 'referralId' | 'step'>;

/** Deadlines that are read at once. Each is moved in a transaction of its own, so that nobody waits long for a referral. */
const BATCH = 500;

/**
 * Computes the open deadlines that are provisional once more, by the holiday notices and rules as they are now, with the
 * time of their next notice. What is done stays as it is, and notices that were given are not given again.
 *
 * @returns how many were computed, and how many of them have moved
 */
export async function recomputeDeadlines(db: Knex, rules: ReferralRules): Promise<{ computed: number; moved: number }> {
  let computed = 0;
  let moved = 0;
  for (let batch = await provisionalAfter(db); batch.length > 0; batch = await provisionalAfter(db, batch.at(-1))) {
    for (const key of batch) {
      const hasMoved = await recompute(db, rules, key);
      computed += 1;
      moved += hasMoved ? 1 : 0;
    }
  }
  return { computed, moved };
}

function provisionalAfter(db: Knex, last?: Key): Promise<Key[]> {
  const query = db<ReferralDeadlineRow>('referralDeadlines')
    .where({ doneAt: null, lapsedAt: null, provisional: true })
    .orderBy(['referralId', 'step'])
    .limit(BATCH)
    .select('referralId', 'step');
  return last ? query.whereRaw('(referral_id, step) > (?, ?)', [last.referralId, last.step]) : query;
}

/** Locks the referral first, as every step of it does. */
function recompute(db: Knex, rules: ReferralRules, { referralId, step }: Key): Promise<boolean> {
  return db.transaction(async (tx) => {
    const referral = await tx<ReferralRow>('referrals').where({ id: referralId }).forUpdate().first();
    const row = await tx<ReferralDeadlineRow>('referralDeadlines')
      .where({ referralId, step, doneAt: null, lapsedAt: null, provisional: true })
      .first();
    if (!referral || !row) return false;
    const due = dueOf(rules.kind(referral.kind), row);
    await tx('referralDeadlines').where({ referralId, step }).update(due);
    const hasMoved = due.dueAt.getTime() !== row.dueAt.getTime();
    if (hasMoved && !row.pausedAt) await scheduleNotice(tx, rules, { ...row, ...due });
    return hasMoved;
  });
}
