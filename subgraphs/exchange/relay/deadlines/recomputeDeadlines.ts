import type { Knex } from 'knex';
import type { ReferralRules, Step } from '../../../kit/referrals/rules.ts';
import type { ReferralRow } from '../intake/record.ts';
import { type DeadlineRow, dueOf, scheduleNotice } from './deadlines.ts';

type Key = { referral_id: string; step: Step };

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
  const query = db<DeadlineRow>('referral_deadlines')
    .where({ done_at: null, lapsed_at: null, provisional: true })
    .orderBy(['referral_id', 'step'])
    .limit(BATCH)
    .select('referral_id', 'step');
  return last ? query.whereRaw('(referral_id, step) > (?, ?)', [last.referral_id, last.step]) : query;
}

/** Locks the referral first, as every step of it does. */
function recompute(db: Knex, rules: ReferralRules, { referral_id, step }: Key): Promise<boolean> {
  return db.transaction(async (tx) => {
    const referral = await tx<ReferralRow>('referrals').where({ id: referral_id }).forUpdate().first();
    const row = await tx<DeadlineRow>('referral_deadlines')
      .where({ referral_id, step, done_at: null, lapsed_at: null, provisional: true })
      .first();
    if (!referral || !row) return false;
    const due = dueOf(rules.kind(referral.kind), row);
    await tx('referral_deadlines').where({ referral_id, step }).update(due);
    const hasMoved = due.due_at.getTime() !== row.due_at.getTime();
    if (hasMoved && !row.paused_at) await scheduleNotice(tx, rules, { ...row, ...due });
    return hasMoved;
  });
}
