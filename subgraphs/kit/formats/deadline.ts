import { addDays, addMonths, endOfShanghaiDay, shanghaiDay } from './day.ts';
import { addWorkingDays, isProvisionalDay, isWorkingDay, workingDaysBetween } from './workingDays.ts';

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

/** A time in which a term stood still, for example while materials were awaited. */
export interface Pause {
  from: Date;
  to: Date;
}

/** What else decides when a term ends. */
export interface TermConditions {
  /** Whether a term in days or months whose last day is a day off ends on the next working day. */
  movesToWorkingDay: boolean;
  pauses?: readonly Pause[];
}

/**
 * When a step that began at `from` is due. `h` is exact; `WD`, `d` and `M` end at the end of a Shanghai day, and the day of
 * `from` does not count (Civil Procedure Law art. 85, Criminal Procedure Law art. 105). `M` is the same day of a later
 * month, or that month's last day.
 *
 * A pause moves the end: that of `WD` by its working days, counted like any other term (the day it began does not count, the
 * day it ended does); any other by exactly the time elapsed, so that many short pauses never add up to more than they lasted.
 *
 * @throws RangeError where a pause ends before it begins
 */
export function dueAt(from: Date, rule: DeadlineRule, { movesToWorkingDay, pauses = [] }: TermConditions): Date {
  if (pauses.some((pause) => !(elapsed(pause) >= 0))) throw new RangeError('a pause must not end before it begins');
  if (rule.unit === 'WD') {
    const paused = pauses.map((pause) => workingDaysBetween(pause.from, pause.to));
    return addWorkingDays(from, rule.amount + sum(paused));
  }
  const end = new Date(unpausedEnd(from, rule).getTime() + sum(pauses.map(elapsed)));
  if (rule.unit === 'h' || !movesToWorkingDay || isWorkingDay(shanghaiDay(end))) return end;
  return addWorkingDays(end, 1);
}

/** Whether a due date may still move: a day that decides on it lies in a year whose holidays are not announced yet. */
export function isProvisional(
  due: Date,
  rule: DeadlineRule,
  { movesToWorkingDay }: Pick<TermConditions, 'movesToWorkingDay'>,
): boolean {
  const countsWorkingDays = rule.unit === 'WD' || (rule.unit !== 'h' && movesToWorkingDay);
  return countsWorkingDays && isProvisionalDay(shanghaiDay(due));
}

function unpausedEnd(from: Date, { amount, unit }: DeadlineRule): Date {
  if (unit === 'h') return new Date(from.getTime() + amount * HOUR_MS);
  const day = shanghaiDay(from);
  return endOfShanghaiDay(unit === 'M' ? addMonths(day, amount) : addDays(day, amount));
}

function elapsed({ from, to }: Pause): number {
  return to.getTime() - from.getTime();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
