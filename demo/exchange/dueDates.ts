import type { ReferralDeadlineRow } from '../../subgraphs/exchange/generated/rows.ts';
import type { Notice } from '../../subgraphs/exchange/relay/deadlines/columns.ts';
import { dueOf, nextNotice } from '../../subgraphs/exchange/relay/deadlines/deadlines.ts';
import { DAY_MS } from '../../subgraphs/kit/formats/day.ts';
import type { ReferralKind, ReferralRules } from '../../subgraphs/kit/referrals/rules.ts';

/** The exchange's own rules of time, each answer kept: thousands of referrals begin on the same days. */
export interface DueDates {
  /** When a step that began then is due, by a rule of the kind such as 5WD. */
  due(kind: ReferralKind, from: Date, rule: string): DueDate;
  next(clock: ReferralDeadlineRow): { notice: Exclude<Notice, 'NONE'>; at: Date } | null;
}

type DueDate = Pick<ReferralDeadlineRow, 'dueAt' | 'provisional'>;

const SHANGHAI_MS = 8 * 3_600_000;

export function createDueDates(rules: ReferralRules): DueDates {
  const dates = new Map<string, DueDate>();
  const supervisions = new Map<number, ReturnType<DueDates['next']>>();
  return {
    due(kind, from, rule) {
      const clock = { rule, startedAt: from, pauses: [] };
      // Hours run from the very moment; all other units from the day.
      if (rule.endsWith('h')) return dueOf(kind, clock);
      const key = `${kind.code} ${rule} ${Math.floor((from.getTime() + SHANGHAI_MS) / DAY_MS)}`;
      const found = dates.get(key) ?? dueOf(kind, clock);
      dates.set(key, found);
      return found;
    },
    next(clock) {
      if (clock.notice !== 'OVERDUE') return nextNotice(rules, clock);
      const key = clock.dueAt.getTime();
      const found = supervisions.get(key) ?? nextNotice(rules, clock);
      supervisions.set(key, found);
      return found;
    },
  };
}
