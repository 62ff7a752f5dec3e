import { type DeadlineRow, type Notice, nextNotice } from '../subgraphs/exchange/relay/deadlines.ts';
import { DAY_MS } from '../subgraphs/kit/formats/day.ts';
import { dueAt, parseDeadlineRule } from '../subgraphs/kit/formats/deadline.ts';
import type { ReferralRules } from '../subgraphs/kit/referrals/rules.ts';

/** The exchange's own rules of time, each answer kept: thousands of referrals begin on the same days. */
export interface DueDates {
  /** When a step that began then is due, by a rule such as 5WD. */
  due(from: Date, rule: string): Date;
  next(clock: DeadlineRow): { notice: Exclude<Notice, 'NONE'>; at: Date } | null;
}

const SHANGHAI_MS = 8 * 3_600_000;

export function createDueDates(rules: ReferralRules): DueDates {
  const dates = new Map<string, Date>();
  const supervisions = new Map<number, ReturnType<DueDates['next']>>();
  return {
    due(from, rule) {
      const parsed = parseDeadlineRule(rule);
      // Hours run from the very moment; all other units from the day.
      if (parsed.unit === 'h') return dueAt(from, parsed);
      const key = `${rule} ${Math.floor((from.getTime() + SHANGHAI_MS) / DAY_MS)}`;
      const found = dates.get(key) ?? dueAt(from, parsed);
      dates.set(key, found);
      return found;
    },
    next(clock) {
      if (clock.notice !== 'OVERDUE') return nextNotice(rules, clock);
      const key = clock.due_at.getTime();
      const found = supervisions.get(key) ?? nextNotice(rules, clock);
      supervisions.set(key, found);
      return found;
    },
  };
}
