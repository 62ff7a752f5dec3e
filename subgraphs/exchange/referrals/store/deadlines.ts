import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { DeadlineState } from '../../generated/resolvers.ts';
import type { DeadlineRow } from '../../relay/deadlines/deadlines.ts';

export interface Deadline {
  step: string;
  dueAt: Date;
  provisional: boolean;
  doneAt: Date | null;
  lapsedAt: Date | null;
  state: DeadlineState;
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

function stateOf({ done_at: done, lapsed_at: lapsed, paused_at: paused }: DeadlineRow): DeadlineState {
  if (done) return 'DONE';
  if (lapsed) return 'LAPSED';
  return paused ? 'PAUSED' : 'OPEN';
}

function toDeadline(row: DeadlineRow): Deadline {
  const measured = row.done_at ?? row.lapsed_at ?? row.paused_at ?? new Date();
  return {
    step: row.step,
    dueAt: row.due_at,
    provisional: row.provisional && row.done_at === null && row.lapsed_at === null,
    doneAt: row.done_at,
    lapsedAt: row.lapsed_at,
    state: stateOf(row),
    overdue: measured > row.due_at,
    paused: stateOf(row) === 'PAUSED',
  };
}
