import { DAY_MS } from '../../subgraphs/kit/formats/day.ts';
import { regionName } from '../../subgraphs/kit/formats/regions.ts';
import { residentIdCheckCharacter } from '../../subgraphs/kit/formats/residentId.ts';
import type { Rows } from '../database/rows.ts';
import { type City, ELSEWHERE } from '../places/districts.ts';
import type { Random } from '../world/random.ts';
import type { Secrets } from '../world/secrets.ts';
import { inventName, type Sex } from './names.ts';

/** An invented person, in clear; at rest everything but sex, birthday and place of registration is sealed. */
export interface Person {
  token: string;
  name: string;
  idNumber: string;
  phone: string | null;
  address: string | null;
  sex: Sex;
  birthDate: string;
  registeredIn: string;
  isProtected: boolean;
}

export interface Wanted {
  sex?: Sex;
  /** In years at that moment. */
  age?: readonly [from: number, to: number];
  surname?: string;
  isProtected?: boolean;
  /** May be somebody of that district who had the same part in an earlier case. */
  mayBeKnown?: boolean;
}

/** Share of those who have been met before. */
const AGAIN = 0.18;
const ADULT: readonly [number, number] = [18, 72];

export interface Persons {
  /** A new person who lives in the district at that moment. */
  invent(district: { code: string; city: City }, at: Date, wanted?: Wanted): Person;
  add(person: Person): void;
  count(): number;
}

export function createPersons({ random, rows, secrets }: { random: Random; rows: Rows; secrets: Secrets }): Persons {
  const numbers = new Set<string>();
  const known = new Map<string, Person[]>();
  let count = 0;
  const add = (person: Person) => {
    numbers.add(person.idNumber);
    count += 1;
    const seal = (text: string) => secrets.seal('POLICE', text);
    rows.add('POLICE', 'persons', {
      token: person.token,
      name_sealed: seal(person.name),
      id_number_sealed: seal(person.idNumber),
      address_sealed: person.address === null ? null : seal(person.address),
      phone_sealed: person.phone === null ? null : seal(person.phone),
      sex: person.sex,
      birth_date: person.birthDate,
      region_code: person.registeredIn,
      protected: person.isProtected,
    });
  };
  return {
    invent(district, at, wanted = {}) {
      const { sex = random.chance(0.62) ? 'MALE' : 'FEMALE', age = ADULT, surname } = wanted;
      const { isProtected = false, mayBeKnown = false } = wanted;
      const key = `${district.code} ${sex}`;
      const pool = known.get(key) ?? [];
      const again = mayBeKnown && pool.length > 0 && random.chance(AGAIN) ? random.pick(pool) : null;
      if (again && isOfAge(again, at, age)) return again;
      const registeredIn = random.chance(0.75) ? district.code : random.pick(ELSEWHERE);
      const birthDate = birthday(at, age, random);
      const idNumber = freshNumber(registeredIn, birthDate, sex, numbers, random);
      const person: Person = {
        token: secrets.token(idNumber),
        name: inventName(random, sex, surname),
        idNumber,
        phone: age[1] >= 12 && random.chance(0.55) ? inventPhone(random) : null,
        address: isProtected || random.chance(0.4) ? inventAddress(district, random) : null,
        sex,
        birthDate,
        registeredIn,
        isProtected,
      };
      add(person);
      if (mayBeKnown) {
        pool.push(person);
        known.set(key, pool);
      }
      return person;
    },
    add,
    count: () => count,
  };
}

function isOfAge({ birthDate }: Person, at: Date, [from, to]: readonly [number, number]): boolean {
  const years = at.getUTCFullYear() - Number(birthDate.slice(0, 4));
  return years > from && years <= to;
}

function birthday(at: Date, [from, to]: readonly [number, number], random: Random): string {
  const days = Math.floor(random.int(from, to) * 365.25) + random.int(10, 350);
  return new Date(at.getTime() - days * DAY_MS).toISOString().slice(0, 10);
}

/** Sequences from 900, which offices hardly reach on one day: a clash with a living person's number is unlikely. */
function freshNumber(
  region: string,
  birthDate: string,
  sex: Sex,
  numbers: ReadonlySet<string>,
  random: Random,
): string {
  const parity = sex === 'MALE' ? 1 : 0;
  for (;;) {
    const first17 = `${region}${birthDate.replaceAll('-', '')}${900 + 2 * random.int(0, 49) + parity}`;
    const number = first17 + residentIdCheckCharacter(first17);
    if (!numbers.has(number)) return number;
  }
}

/** 154 is a prefix that no operator has: nobody is called by mistake. */
function inventPhone(random: Random): string {
  return `154${String(random.int(0, 99_999_999)).padStart(8, '0')}`;
}

/** A road that no place has. */
function inventAddress({ code, city }: { code: string; city: City }, random: Random): string {
  const road = `${random.pick(['演示', '示例', '虚构'])}${random.pick(['东路', '西路', '南街', '北街', '一街', '二路'])}`;
  return `${city.province}${city.name}${regionName(code)}${road}${random.int(1, 199)}号${random.int(1, 9)}-${random.int(1, 28)}-${random.int(1, 4)}`;
}
