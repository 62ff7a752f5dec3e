import type { ReferralDeadlineResolvers } from '../generated/resolvers.ts';
import { isOverdue, stateOf } from './deadlineState.ts';

export const ReferralDeadline: ReferralDeadlineResolvers = {
  provisional: ({ provisional, doneAt, lapsedAt }) => provisional && doneAt === null && lapsedAt === null,
  state: (deadline) => stateOf(deadline),
  overdue: (deadline) => isOverdue(deadline),
  paused: (deadline) => stateOf(deadline) === 'PAUSED',
};
