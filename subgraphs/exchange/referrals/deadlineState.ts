import type { DeadlineState } from '../generated/resolvers.ts';
import type { ReferralDeadlineRow } from '../generated/rows.ts';

type Moments = Pick<ReferralDeadlineRow, 'doneAt' | 'lapsedAt' | 'pausedAt' | 'dueAt'>;

export function stateOf({ doneAt, lapsedAt, pausedAt }: Moments): DeadlineState {
  if (doneAt) return 'DONE';
  if (lapsedAt) return 'LAPSED';
  return pausedAt ? 'PAUSED' : 'OPEN';
}

/** Whether the step was late when it ended or was put on hold, or is late now. */
export function isOverdue({ doneAt, lapsedAt, pausedAt, dueAt }: Moments): boolean {
  return (doneAt ?? lapsedAt ?? pausedAt ?? new Date()) > dueAt;
}
