import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { fixedHolidays } from './fixedHolidays.ts';
import { isWorkingDay } from './workingDays.ts';

const { holidays }: { holidays: Record<string, string> } = calendar;

test('the holidays of 2027 are fixed by the regulation, before the notice of that year', () => {
  assert.deepEqual(
    [...fixedHolidays(2027)],
    [
      '2027-01-01',
      '2027-02-05', // the eve
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ],
  );
});

test('every holiday of the regulation is free by the notices of 2025 and 2026, the first ones under it', () => {
  for (const year of [2025, 2026])
    for (const day of fixedHolidays(year)) assert.ok(Object.hasOwn(holidays, day), `${day} is free`);
});

test('the lunar days are those of all notices since they became holidays in 2008', () => {
  for (let year = 2008; year <= 2026; year += 1) {
    const [, , springFestival, , , qingming, , , dragonBoat, midAutumn] = [...fixedHolidays(year)];
    for (const day of [springFestival, qingming, dragonBoat, midAutumn])
      assert.ok(day && !isWorkingDay(day), `${day} is free`);
  }
});

test('a lunar day is the same whatever the zone of the process', () => {
  const program = `
    import { fixedHolidays } from './fixedHolidays.ts';
    console.log([2027, 2030, 2033, 2057].map((year) => [...fixedHolidays(year)].join()).join(';'));`;
  const inZone = (zone: string) =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      env: { TZ: zone },
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
  const expected = inZone('Asia/Shanghai');
  for (const zone of ['America/New_York', 'Pacific/Kiritimati']) assert.equal(inZone(zone), expected, zone);
});
