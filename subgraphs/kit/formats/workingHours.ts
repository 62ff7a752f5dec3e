import { addDays, endOfShanghaiDay, shanghaiDay } from './day.ts';
import { isWorkingDay } from './workingDays.ts';

/** When somebody reads what arrives, as `hh:mm` of Shanghai: from the first up to the second. */
export interface WorkingHours {
  from: string;
  until: string;
}

/** What is sent before closing still leaves an hour to act on it. */
const LEAD_MS = 60 * 60 * 1000;

/** The moment itself where it lies in working hours of a working day, otherwise the next opening. */
export function nextWorkingMoment(at: Date, hours: WorkingHours): Date {
  for (let day = shanghaiDay(at); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day) || at >= momentOf(day, hours.until)) continue;
    const opening = momentOf(day, hours.from);
    return at > opening ? at : opening;
  }
}

/** The moment itself where it lies in working hours of a working day, otherwise an hour before the last closing. */
export function lastWorkingMoment(at: Date, hours: WorkingHours): Date {
  if (nextWorkingMoment(at, hours).getTime() === at.getTime()) return at;
  for (let day = shanghaiDay(at); ; day = addDays(day, -1)) {
    const closing = momentOf(day, hours.until);
    if (isWorkingDay(day) && at >= closing) return new Date(closing.getTime() - LEAD_MS);
  }
}

function momentOf(day: string, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(endOfShanghaiDay(addDays(day, -1)).getTime() + 1 + (hour * 60 + minute) * 60_000);
}
