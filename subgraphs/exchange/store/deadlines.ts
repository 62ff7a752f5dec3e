import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { DeadlineRow } from '../relay/deadlines.ts';

export interface Deadline {
  step: string;
  dueAt: Date;
  provisional: boolean;
  doneAt: Date | null;
  overdue: boolean;
  paused: boolean;
}

export function createDeadlines(db: Knex) {
  return {
    /** Deadlines of many referrals, in the order of their steps (two at most each): one statement. */
    ofReferral: new DataLoader<string, Deadline[]>(async (ids) => {
      const rows = await db<DeadlineRow>('referral_deadlines')
        .whereIn('referral_id', [...ids])
        .orderBy('step');
      const byReferral = Map.groupBy(rows, (row) => row.referral_id);
      return ids.map((id) => (byReferral.get(id) ?? []).map(toDeadline));
    }),
  };
}

function toDeadline(row: DeadlineRow): Deadline {
  const measured = row.done_at ?? row.paused_at ?? new Date();
  return {
    step: row.step,
    dueAt: row.due_at,
    provisional: row.provisional && row.done_at === null,
    doneAt: row.done_at,
    overdue: measured > row.due_at,
    paused: row.paused_at !== null,
  };
}
