import { LunarDay, type SolarDay, SolarTerm } from 'tyme4ts';
import { addDays, isDay } from './day.ts';

/** Where Qingming stands among a year's 24 solar terms, counted from the winter solstice. */
const QINGMING = 7;

/**
 * The days that everybody has off in a year by the regulation itself (全国年节及纪念日放假办法, as revised on 2024-11-10,
 * article 2), before the State Council's notice of that year: New Year's Day; the eve and the first three days of Spring
 * Festival; Qingming; 1 and 2 May; Dragon Boat; Mid-Autumn; 1 to 3 October.
 *
 * Which other days are exchanged for them, and where a holiday that falls on a weekend is made up, only the notice says.
 * Lunar days come from `tyme4ts`, which works on days: chinese-days gives the day before in zones west of Greenwich, and
 * ICU's Chinese calendar has the Spring Festivals of 2027 and 2030 on the wrong day.
 */
export function fixedHolidays(year: number): ReadonlySet<string> {
  const springFestival = lunarDay(year, 1, 1);
  return new Set([
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((days) => addDays(springFestival, days)),
    text(SolarTerm.fromIndex(year, QINGMING).getSolarDay()),
    `${year}-05-01`,
    `${year}-05-02`,
    lunarDay(year, 5, 5),
    lunarDay(year, 8, 15),
    `${year}-10-01`,
    `${year}-10-02`,
    `${year}-10-03`,
  ]);
}

/** The day of the civil calendar of a day of the Chinese year that begins in this one. */
function lunarDay(year: number, month: number, day: number): string {
  return text(LunarDay.fromYmd(year, month, day).getSolarDay());
}

function text(day: SolarDay): string {
  const written = [day.getYear(), pad(day.getMonth()), pad(day.getDay())].join('-');
  if (!isDay(written)) throw new RangeError('the Chinese calendar gave a day that does not exist');
  return written;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
