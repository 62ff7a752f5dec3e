import { addDays, endOfShanghaiDay, shanghaiDay } from '../subgraphs/kit/formats/day.ts';
import { isWorkingDay } from '../subgraphs/kit/formats/workingDays.ts';
import type { Random } from './random.ts';

const MINUTE_MS = 60_000;
/** Nobody answers sooner; the system's own receipt comes within seconds. */
const SOONEST_MS = 5 * MINUTE_MS;
/** Office hours in minutes of the Shanghai day: 08:40 to 17:20. */
const OFFICE = { from: 8 * 60 + 40, to: 17 * 60 + 20 };

/** The time that the demonstration covers, and moments in it. Days are `yyyy-mm-dd` in Shanghai. */
export interface Calendar {
  /** When the data are loaded. */
  now: Date;
  /** The last moment of the day before: nothing that people do is later. */
  until: Date;
  lastDay: string;
  firstDay: string;
  /** Whether it has happened yet. */
  isPast(moment: Date): boolean;
  /** Office hours of the day some days later; the next working day where that one is none. Always later than `from`. */
  after(from: Date, minDays: number, maxDays: number): Date;
  /** Office hours of that day, or of the last working day before it. */
  officeHours(day: string): Date;
  /** Any hour of that day: crimes keep no office hours. */
  anyHour(day: string): Date;
  /**
   * Office hours of successive steps that end on `last`: before each but the first lie so many days. Days that are not
   * worked move to the working day before; the moments grow.
   */
  endingOn(last: string, gaps: readonly number[]): Date[];
  daysAgo(days: number): string;
}

/** The first working day of 2022, the year of the first notice on judicial aid for women. */
const FIRST_DAY = '2022-01-04';

export function createCalendar(now: Date, random: Random): Calendar {
  const lastDay = addDays(shanghaiDay(now), -1);
  const until = endOfShanghaiDay(lastDay);
  return {
    now,
    until,
    lastDay,
    firstDay: FIRST_DAY,
    isPast: (moment) => moment <= until,
    after(from, minDays, maxDays) {
      const day = workingDay(addDays(shanghaiDay(from), random.int(minDays, maxDays)), 1);
      const moment = momentOf(day, random.int(OFFICE.from, OFFICE.to), random);
      return moment.getTime() > from.getTime() + SOONEST_MS ? moment : new Date(from.getTime() + random.int(10, 90) * MINUTE_MS);
    },
    officeHours: (day) => momentOf(workingDay(day, -1), random.int(OFFICE.from, OFFICE.to), random),
    anyHour: (day) => momentOf(day, random.int(0, 24 * 60 - 1), random),
    endingOn(last, gaps) {
      const days: string[] = [];
      let day = last;
      for (const gap of [...gaps.slice(1), 0].reverse()) {
        day = workingDay(addDays(day, -gap), -1);
        days.unshift(day);
      }
      return [...Map.groupBy(days, (each) => each)].flatMap(([each, steps]) => {
        const minutes = steps.map(() => random.int(OFFICE.from, OFFICE.to)).sort((a, b) => a - b);
        // Two steps of one minute would leave their order to chance.
        return minutes.map((minute, index) => momentOf(each, minute + 2 * index, random));
      });
    },
    daysAgo: (days) => addDays(shanghaiDay(now), -days),
  };
}

function workingDay(day: string, direction: 1 | -1): string {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, direction);
  return found;
}

function momentOf(day: string, minute: number, random: Random): Date {
  const dayStart = endOfShanghaiDay(addDays(day, -1)).getTime() + 1;
  return new Date(dayStart + minute * MINUTE_MS + random.int(0, MINUTE_MS - 1));
}
