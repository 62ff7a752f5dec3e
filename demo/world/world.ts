import { loadReferralRules, type ReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { createRows, type Rows } from '../database/rows.ts';
import { createDueDates } from '../exchange/dueDates.ts';
import { createReferrals, type Referrals } from '../exchange/referrals.ts';
import { createRegister, type Register } from '../exchange/register.ts';
import { createPersons, type Persons } from '../people/persons.ts';
import { createUsers, type Users } from '../people/users.ts';
import { addPlaces, type Place } from '../places/places.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import { createNumbers, type Numbers } from './numbers.ts';
import { createRandom, type Random } from './random.ts';
import type { Secrets } from './secrets.ts';

/** Everything that the writers of records share. */
export interface World {
  random: Random;
  calendar: Calendar;
  rows: Rows;
  secrets: Secrets;
  rules: ReferralRules;
  users: Users;
  numbers: Numbers;
  places: readonly Place[];
  persons: Persons;
  register: Register;
  referrals: Referrals;
}

export interface WorldOptions {
  seed: string;
  now: Date;
  secrets: Secrets;
  /** Numbers that the story has fixed. */
  reservedNumbers: readonly string[];
}

export function createWorld({ seed, now, secrets, reservedNumbers }: WorldOptions): World {
  const random = createRandom(seed);
  const rows = createRows();
  const rules = loadReferralRules();
  return {
    random,
    calendar: createCalendar(now, random),
    rows,
    secrets,
    rules,
    users: createUsers(),
    numbers: createNumbers(reservedNumbers),
    places: addPlaces(rows, random),
    persons: createPersons({ random, rows, secrets }),
    register: createRegister(rows, random),
    referrals: createReferrals(rows, { rules, dueDates: createDueDates(rules), random, now }),
  };
}
