import { addDays, addMonths, DAY_MS, endOfShanghaiDay, shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import { isWorkingDay } from '../../subgraphs/kit/formats/workingDays.ts';
import type { Random } from './random.ts';

/** The time that the demonstration covers, and moments in it. Days are `yyyy-mm-dd` in Shanghai. */
export interface Calendar {
  /** When the data are loaded. */
  now: Date;
  /** The last moment of the day before: nothing that people do is later. */
  until: Date;
  lastDay: string;
  firstDay: string;
  /** Since when other referrals than leads for judicial aid have run through the hub. */
  hubSince: Date;
  /** Whether it has happened yet. */
  isPast(moment: Date): boolean;
  /** Office hours of the day some days later; the next working day where that one is none. Always later than `from`. */
  after(from: Date, minDays: number, maxDays: number): Date;
  /** At that share of the covered time: any hour, since crimes keep no office hours. */
  anyHour(share: number): Date;
  /** At that share of the covered time: office hours, of the last working day where that one is none. */
  officeHours(share: number): Date;
  /**
   * Office hours of successive steps, the last of them so many days ago: before each but the first lie so many days. Days
   * that are not worked move to the working day before; the moments grow by more than a minute.
   */
  endingAgo(days: number, gaps: readonly number[]): Date[];
  daysAgo(days: number): string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Nobody answers sooner; the system's own receipt comes within seconds. */
const SOONEST_MS = 5 * MINUTE_MS;
/** Office hours in minutes of the Shanghai day: 08:40 to 17:20. */
const OFFICE = { from: 8 * 60 + 40, to: 17 * 60 + 20 };
/** The first working day of 2022, the year of the first notice on judicial aid for women. */
const FIRST_DAY = '2022-01-04';
/** Judicial aid came first; the other kinds of referral have run through the hub for so many months. */
const MONTHS_ON_THE_HUB = 14;

export function createCalendar(now: Date, random: Random): Calendar {
  const lastDay = addDays(shanghaiDay(now), -1);
  const until = endOfShanghaiDay(lastDay);
  const first = dayNumber(new Date(`${FIRST_DAY}T00:00:00+08:00`));
  const last = dayNumber(until);
  const worked = workedDays();
  const move = (day: number, direction: 1 | -1): number => {
    let found = day;
    while (!worked(found)) found += direction;
    return found;
  };
  const moment = (day: number, minute: number) =>
    new Date(startOf(day) + minute * MINUTE_MS + random.int(0, MINUTE_MS - 1));
  const atOffice = (day: number) => moment(day, random.int(OFFICE.from, OFFICE.to));
  const dayAt = (share: number) => Math.min(first + Math.floor(share * (last - first + 1)), last);
  return {
    now,
    until,
    lastDay,
    firstDay: FIRST_DAY,
    hubSince: endOfShanghaiDay(addMonths(lastDay, -MONTHS_ON_THE_HUB)),
    isPast: (each) => each <= until,
    after(from, minDays, maxDays) {
      const found = atOffice(move(dayNumber(from) + random.int(minDays, maxDays), 1));
      const isSoon = found.getTime() < from.getTime() + SOONEST_MS;
      return isSoon ? new Date(from.getTime() + random.int(10, 90) * MINUTE_MS) : found;
    },
    anyHour: (share) => moment(dayAt(share), random.int(0, 24 * 60 - 1)),
    officeHours: (share) => atOffice(move(dayAt(share), -1)),
    endingAgo(ago, gaps) {
      const days: number[] = [];
      let day = dayNumber(now) - ago;
      for (const gap of [...gaps.slice(1), 0].reverse()) {
        day = move(day - gap, -1);
        days.unshift(day);
      }
      return [...Map.groupBy(days, (each) => each)].flatMap(([each, steps]) => {
        const minutes = steps.map(() => random.int(OFFICE.from, OFFICE.to)).sort((a, b) => a - b);
        // Two steps of one minute would leave their order to chance.
        return minutes.map((minute, index) => moment(each, minute + 2 * index));
      });
    },
    daysAgo: (days) => addDays(shanghaiDay(now), -days),
  };
}

/** Days since 1970 in Shanghai: tens of thousands of moments are too many for arithmetic on text. */
function dayNumber(moment: Date): number {
  return Math.floor((moment.getTime() + 8 * HOUR_MS) / DAY_MS);
}

function startOf(day: number): number {
  return day * DAY_MS - 8 * HOUR_MS;
}

/** Whether a day is worked; each is looked up once. */
function workedDays(): (day: number) => boolean {
  const known = new Map<number, boolean>();
  return (day) => {
    const found = known.get(day) ?? isWorkingDay(new Date(day * DAY_MS).toISOString().slice(0, 10));
    known.set(day, found);
    return found;
  };
}
