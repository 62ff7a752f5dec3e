import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, endOfShanghaiDay, isDay, shanghaiDay, weekday } from './day.ts';
import { fixedHolidays } from './fixedHolidays.ts';

export { shanghaiDay };

/**
 * Working days of the State Council's holiday notices with their make-up days (package `chinese-days`), Asia/Shanghai.
 *
 * The notices that the package holds cover `workingDayCalendar()` (2004 to 2026 in chinese-days 1.5). In any other year
 * the weekends and the holidays that the regulation itself fixes are free (`fixedHolidays.ts`). A term that reaches past
 * the last notice is provisional: it is computed again when the notice of that year is out (as a rule in November) and
 * the package is updated.
 *
 * The package's JSON table is read instead of its functions: these turn `yyyy-mm-dd` into a UTC midnight and then take the
 * local day of it, which is the day before in every zone west of Greenwich.
 */
const { holidays, workdays }: { holidays: Record<string, string>; workdays: Record<string, string> } = calendar;

const fixedByYear = new Map<string, ReadonlySet<string>>();

/** First and last day that the holiday notices cover, `yyyy-mm-dd`. */
export function workingDayCalendar(): { first: string; last: string } {
  const years = Object.keys(holidays)
    .map((day) => day.slice(0, 4))
    .filter(hasNotice)
    .sort();
  return { first: `${years.at(0)}-01-01`, last: `${years.at(-1)}-12-31` };
}

/** Every notice has the National Day; a year's last notice may name a day or two of the years beside it. */
function hasNotice(year: string): boolean {
  return Object.hasOwn(holidays, `${year}-10-01`);
}

const { last: lastDayOfNotices } = workingDayCalendar();

/** Whether the working days up to this one may change, because a notice is not out yet. */
export function isProvisionalDay(day: string): boolean {
  return day > lastDayOfNotices;
}

/** Whether offices work on this Shanghai day (`yyyy-mm-dd`). Throws RangeError for a day that does not exist. */
export function isWorkingDay(day: string): boolean {
  if (!isDay(day)) throw new RangeError('a day must be a real date in the form yyyy-mm-dd');
  if (Object.hasOwn(workdays, day)) return true;
  if (Object.hasOwn(holidays, day)) return false;
  const dayOfWeek = weekday(day);
  return dayOfWeek !== 0 && dayOfWeek !== 6 && !isFixedHoliday(day);
}

/** Whether the day is free by the regulation, in a year for which there is no notice. */
function isFixedHoliday(day: string): boolean {
  const year = day.slice(0, 4);
  if (hasNotice(year)) return false;
  const fixed = fixedByYear.get(year) ?? fixedHolidays(Number(year));
  fixedByYear.set(year, fixed);
  return fixed.has(day);
}

/**
 * The end (23:59:59.999 in Shanghai) of the nth working day after the day of `from`; that day itself never counts, as in
 * the procedure laws. `n` is a whole number from 0; 0 gives the end of the day of `from`, working or not.
 */
export function addWorkingDays(from: Date, n: number): Date {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('the number of working days must be a whole number from 0');
  let day = shanghaiDay(from);
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return endOfShanghaiDay(day);
}

/**
 * Working days after the day of `from`, up to and with the day of `to`; negative where `to` is the earlier one.
 * `workingDaysBetween(from, addWorkingDays(from, n))` is n.
 */
export function workingDaysBetween(from: Date, to: Date): number {
  const first = shanghaiDay(from);
  const last = shanghaiDay(to);
  if (last < first) return 0 - workingDaysBetween(to, from);
  let count = 0;
  for (let day = first; day < last; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}
