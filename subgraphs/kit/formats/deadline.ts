import { addDays, addMonths, endOfShanghaiDay, shanghaiDay } from './day.ts';
import { addWorkingDays, workingDaysBetween } from './workingDays.ts';

const HOUR_MS = 60 * 60 * 1000;

/** A length of time that a rule of law or a mechanism allows: working days, hours, days or calendar months. */
export interface DeadlineRule {
  amount: number;
  unit: 'WD' | 'h' | 'd' | 'M';
}

/**
 * Reads a rule as the tables of referral kinds write it: `5WD`, `24h`, `30d`, `1M` (amount 1 to 9999).
 * Throws an Error that names the text: a wrong rule is a fault of the configuration, not of a user.
 */
export function parseDeadlineRule(text: string): DeadlineRule {
  const match = /^(?<amount>[1-9]\d{0,3})(?<unit>WD|h|d|M)$/.exec(text);
  const unit = match?.groups?.unit;
  if (unit !== 'WD' && unit !== 'h' && unit !== 'd' && unit !== 'M') {
    throw new Error(
      `deadline rule ${JSON.stringify(text)} is not understood; accepted: a number from 1 to 9999 and WD, h, d or M, such as 5WD, 24h, 30d, 1M`,
    );
  }
  return { amount: Number(match?.groups?.amount), unit };
}

/**
 * When a step that began at `from` is due. `h` is exact; `WD`, `d` and `M` end at the end of a Shanghai day, and the day of
 * `from` does not count (Civil Procedure Law art. 85, Criminal Procedure Law art. 105). `M` is the same day of a later
 * month, or that month's last day. A `d` or `M` that ends on a holiday is not moved to the next working day.
 */
export function dueAt(from: Date, rule: DeadlineRule): Date {
  switch (rule.unit) {
    case 'WD':
      return addWorkingDays(from, rule.amount);
    case 'h':
      return new Date(from.getTime() + rule.amount * HOUR_MS);
    case 'd':
      return endOfShanghaiDay(addDays(shanghaiDay(from), rule.amount));
    case 'M':
      return endOfShanghaiDay(addMonths(shanghaiDay(from), rule.amount));
  }
}

/**
 * The deadline moved by a pause (materials are awaited, say). For `WD` by the working days of the pause, counted like any
 * other term (the day it began does not count, the day it ended does); otherwise by exactly the time elapsed, so many short
 * pauses never add up to more than they lasted.
 */
export function pauseShift(due: Date, pausedFrom: Date, pausedTo: Date, rule: DeadlineRule): Date {
  const elapsed = pausedTo.getTime() - pausedFrom.getTime();
  if (!(elapsed >= 0)) throw new RangeError('a pause must not end before it begins');
  if (rule.unit !== 'WD') return new Date(due.getTime() + elapsed);
  const days = workingDaysBetween(pausedFrom, pausedTo);
  return days === 0 ? new Date(due) : addWorkingDays(due, days);
}
