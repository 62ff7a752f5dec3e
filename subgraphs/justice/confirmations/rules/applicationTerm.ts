import { shanghaiDay } from '../../../kit/formats/day.ts';
import { dueAt, parseDeadlineRule } from '../../../kit/formats/deadline.ts';

/**
 * How long the parties may apply: 30 days from the day on which the agreement came into force (People's Mediation Law art. 33, Civil
 * Procedure Law art. 205). A last day that is a day off moves to the next working day (Civil Procedure Law art. 85).
 */
const TERM = parseDeadlineRule('30d');

/** The last day on which the parties of an agreement can apply, `yyyy-mm-dd`. */
export function lastDayToApply(agreedAt: Date): string {
  return shanghaiDay(dueAt(agreedAt, TERM, { movesToWorkingDay: true }));
}
