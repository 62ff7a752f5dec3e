/**
 * Days of the civil calendar as `yyyy-mm-dd` text, and the instants at which they end in Asia/Shanghai, whatever the
 * process's own zone.
 *
 * China keeps +08:00 without summer time since 1991-09-15, so the offset is a constant here; an instant in one of the
 * summers 1986 to 1991 would read up to an hour early. Deadlines of the hub are all later.
 */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
export const DAY_MS = 24 * 60 * 60 * 1000;

/** The day in Shanghai at this instant, `yyyy-mm-dd`. Throws RangeError for an invalid Date. */
export function shanghaiDay(date: Date): string {
  return new Date(date.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The last millisecond of the day in Shanghai: 23:59:59.999+08:00. */
export function endOfShanghaiDay(day: string): Date {
  return new Date(midnightUtc(day) + DAY_MS - 1 - SHANGHAI_OFFSET_MS);
}

/** Whether the text is a day that the calendar has: 2023-02-29 is not one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** 0 Sunday to 6 Saturday. */
export function weekday(day: string): number {
  return new Date(midnightUtc(day)).getUTCDay();
}

export function addDays(day: string, days: number): string {
  return new Date(midnightUtc(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of the month some months later; where that month is shorter, its last day (2024-01-31 + 1 = 2024-02-29). */
export function addMonths(day: string, months: number): string {
  const date = new Date(midnightUtc(day));
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastOfMonth));
  return date.toISOString().slice(0, 10);
}

function midnightUtc(day: string): number {
  if (!isDay(day)) throw new RangeError('a day must be a real date in the form yyyy-mm-dd');
  return Date.parse(`${day}T00:00:00Z`);
}
