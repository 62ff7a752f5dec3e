import { shanghaiDay } from '../../../kit/formats/day.ts';

/** The year whose average wage is the base: the one before the case was opened, by the calendar of Shanghai. */
export function wageYear(openedAt: Date): number {
  return Number(shanghaiDay(openedAt).slice(0, 4)) - 1;
}
