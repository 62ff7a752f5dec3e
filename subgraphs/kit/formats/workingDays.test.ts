import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { addDays } from './day.ts';
import {
  addWorkingDays,
  isProvisionalDay,
  isWorkingDay,
  shanghaiDay,
  workingDayCalendar,
  workingDaysBetween,
} from './workingDays.ts';

/** The same program in another process zone. */
function inZone(zone: string, program: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    env: { TZ: zone },
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
}

test('public holidays rest and their make-up Saturdays and Sundays work', () => {
  assert.equal(isWorkingDay('2023-10-02'), false, 'National Day week');
  assert.equal(isWorkingDay('2023-10-07'), true, 'Saturday that makes up for it');
  assert.equal(isWorkingDay('2023-10-08'), true, 'Sunday that makes up for it');
  assert.equal(isWorkingDay('2024-02-12'), false, 'Spring Festival');
  assert.equal(isWorkingDay('2024-02-18'), true, 'Sunday that makes up for it');
  assert.equal(isWorkingDay('2023-11-24'), true, 'an ordinary Friday');
  assert.equal(isWorkingDay('2023-11-25'), false, 'an ordinary Saturday');
});

test('in a year without a notice the holidays of the regulation rest, and the weekends', () => {
  const { first, last } = workingDayCalendar();
  assert.equal(first, '2004-01-01');
  assert.ok(last >= '2026-12-31');
  assert.equal(isWorkingDay('2003-10-01'), false, 'the National Day before the calendar, a Wednesday');
  assert.equal(isWorkingDay('2003-10-08'), true, 'a Wednesday before the calendar');
  assert.equal(isWorkingDay('2003-10-04'), false, 'a Saturday before the calendar');
});

test('a term over New Year and Spring Festival counts no holiday, though no notice is out for that year', () => {
  for (const day of ['2027-01-01', '2027-02-05', '2027-02-08', '2027-10-01'])
    assert.equal(isWorkingDay(day), false, day);
  assert.equal(shanghaiDay(addWorkingDays(new Date('2026-12-30T10:00:00+08:00'), 2)), '2027-01-04');
  assert.equal(shanghaiDay(addWorkingDays(new Date('2027-02-04T10:00:00+08:00'), 1)), '2027-02-09');
});

test('a day after the last notice is provisional', () => {
  const { last } = workingDayCalendar();
  assert.equal(isProvisionalDay(last), false);
  assert.equal(isProvisionalDay(addDays(last, 1)), true);
});

test('a day that does not exist is neither worked nor rested', () => {
  assert.throws(() => isWorkingDay('2023-02-30'), RangeError);
});

test('five working days from a Friday afternoon end on the next Friday at midnight', () => {
  const due = addWorkingDays(new Date('2023-11-24T15:30:00+08:00'), 5);
  assert.equal(due.toISOString(), new Date('2023-12-01T23:59:59.999+08:00').toISOString());
});

test('a term over the National Day week skips it and counts the make-up days', () => {
  const due = addWorkingDays(new Date('2023-09-28T09:00:00+08:00'), 3);
  assert.equal(shanghaiDay(due), '2023-10-09');
});

test('working days between a moment and its deadline are the days of the term', () => {
  for (let n = 0; n <= 60; n += 1) {
    const from = new Date(Date.UTC(2023, 8, 1, n % 24, n));
    assert.equal(workingDaysBetween(from, addWorkingDays(from, n)), n);
    assert.equal(workingDaysBetween(addWorkingDays(from, n), from), 0 - n);
  }
});

test('no working day lies between a Saturday and its Sunday, in either direction', () => {
  const saturday = new Date('2023-11-25T12:00:00+08:00');
  const sunday = new Date('2023-11-26T12:00:00+08:00');
  assert.equal(workingDaysBetween(saturday, sunday), 0);
  assert.equal(workingDaysBetween(sunday, saturday), 0);
});

test('a term of a negative or broken number of days is refused', () => {
  for (const n of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => addWorkingDays(new Date(), n), RangeError);
  }
});

test('a deadline is the same whatever the zone of the process', () => {
  const program = `
    import { addWorkingDays, isWorkingDay } from './workingDays.ts';
    const days = ['2023-09-29', '2023-10-01', '2023-10-07', '2023-10-08', '2023-10-09', '2024-02-18'];
    console.log(days.map(isWorkingDay).join(), addWorkingDays(new Date('2023-09-28T23:30:00+08:00'), 10).toISOString());`;
  const expected = inZone('Asia/Shanghai', program);
  assert.equal(expected, 'false,false,true,true,true,true 2023-10-18T15:59:59.999Z\n');
  for (const zone of ['UTC', 'America/New_York', 'Pacific/Kiritimati'])
    assert.equal(inZone(zone, program), expected, zone);
});

test('every day of the calendar is as the package itself says in its home zone', () => {
  const { first, last } = workingDayCalendar();
  const program = `
    import chineseDays from 'chinese-days';
    const lines = [];
    for (let time = Date.parse('${first}'); time <= Date.parse('${last}'); time += 864e5) {
      lines.push(chineseDays.isWorkday(new Date(time).toISOString().slice(0, 10)) ? 1 : 0);
    }
    console.log(lines.join(''));`;
  const theirs = inZone('Asia/Shanghai', program).trim();
  let ours = '';
  for (let day = first; day <= last; day = addDays(day, 1)) ours += isWorkingDay(day) ? 1 : 0;
  assert.equal(ours, theirs);
});
