import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueAt, isProvisional, parseDeadlineRule } from './deadline.ts';

/** A moment of Shanghai time, `2023-11-24 15:30`. */
function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+08:00`);
}

const STAYS = { movesToWorkingDay: false };
const MOVES = { movesToWorkingDay: true };

function due(from: string, rule: string, conditions = STAYS): string {
  return dueAt(at(from), parseDeadlineRule(rule), conditions).toISOString();
}

/** The same with one pause. */
function paused(from: string, rule: string, [begin, end]: [string, string], conditions = STAYS): Date {
  return dueAt(at(from), parseDeadlineRule(rule), { ...conditions, pauses: [{ from: at(begin), to: at(end) }] });
}

function endOf(day: string): string {
  return at(`${day} 23:59:59.999`).toISOString();
}

test('the rules of the referral table are understood', () => {
  assert.deepEqual(parseDeadlineRule('5WD'), { amount: 5, unit: 'WD' });
  assert.deepEqual(parseDeadlineRule('24h'), { amount: 24, unit: 'h' });
  assert.deepEqual(parseDeadlineRule('30d'), { amount: 30, unit: 'd' });
  assert.deepEqual(parseDeadlineRule('1M'), { amount: 1, unit: 'M' });
});

test('a rule that is not understood is named in the error', () => {
  for (const text of ['', '5', 'WD', '5wd', '0d', '-1d', '1.5h', '1m', '24H', '5 WD', '99999d', '5WD ']) {
    assert.throws(
      () => parseDeadlineRule(text),
      (error: Error) => error.message.includes(JSON.stringify(text)),
      text,
    );
  }
});

test('hours are exact, and every longer term ends with a Shanghai day', () => {
  assert.equal(due('2023-11-24 15:30', '24h'), at('2023-11-25 15:30').toISOString());
  assert.equal(due('2023-11-24 15:30', '30d'), endOf('2023-12-24'));
  assert.equal(due('2023-11-24 15:30', '1M'), endOf('2023-12-24'));
  assert.equal(due('2024-01-31 00:00', '1M'), endOf('2024-02-29'));
  assert.equal(due('2023-11-24 15:30', '10WD'), endOf('2023-12-08'));
});

test('a term begun after midnight in Shanghai counts from that day, though UTC is a day behind', () => {
  assert.equal(due('2023-12-01 00:30', '1d'), endOf('2023-12-02'));
  assert.equal(due('2023-12-01 00:30', '1M'), endOf('2024-01-01'));
  assert.equal(due('2023-12-01 00:30', '1WD'), endOf('2023-12-04'));
});

test('a term in days or months whose last day is a day off ends on the next working day where the law says so', () => {
  assert.equal(due('2023-11-24 15:30', '30d', MOVES), endOf('2023-12-25'), 'a Sunday moves to Monday');
  assert.equal(due('2023-09-01 09:00', '1M', MOVES), endOf('2023-10-07'), '1 October moves to the make-up Saturday');
  assert.equal(due('2023-09-01 09:00', '1M', STAYS), endOf('2023-10-01'), 'detention is not longer for a holiday');
  assert.equal(due('2023-11-24 15:30', '3d', MOVES), endOf('2023-11-27'), 'a Monday stays');
  assert.equal(due('2023-11-24 15:30', '24h', MOVES), at('2023-11-25 15:30').toISOString(), 'hours are hours');
});

test('a term is provisional when it reaches into a year without a notice, and depends on it', () => {
  const provisional = (from: string, rule: string, conditions: typeof STAYS) =>
    isProvisional(dueAt(at(from), parseDeadlineRule(rule), conditions), parseDeadlineRule(rule), conditions);
  assert.equal(provisional('2026-12-30 10:00', '5WD', STAYS), true);
  assert.equal(provisional('2026-12-10 10:00', '5WD', STAYS), false);
  assert.equal(provisional('2026-12-30 10:00', '30d', MOVES), true);
  assert.equal(provisional('2026-12-30 10:00', '30d', STAYS), false, 'a day of the calendar, whatever it is');
  assert.equal(provisional('2026-12-30 10:00', '96h', MOVES), false, 'hours are hours');
});

test('a pause for materials gives back its working days', () => {
  assert.equal(
    paused('2023-11-24 09:00', '10WD', ['2023-11-28 10:00', '2023-12-05 16:00']).toISOString(),
    endOf('2023-12-15'),
    'five working days later',
  );
});

test('a pause over a weekend gives no working day back', () => {
  assert.equal(
    paused('2023-11-24 09:00', '5WD', ['2023-11-24 18:00', '2023-11-26 18:00']).toISOString(),
    due('2023-11-24 09:00', '5WD'),
  );
});

test('a pause of any other term gives back exactly the time it lasted', () => {
  for (const rule of ['24h', '30d', '1M']) {
    const gained =
      paused('2023-11-24 09:00', rule, ['2023-11-24 10:00', '2023-11-24 15:20']).getTime() -
      Date.parse(due('2023-11-24 09:00', rule));
    assert.equal(gained, (5 * 60 + 20) * 60 * 1000, rule);
  }
});

test('a pause moves the last day first, and a day off after it', () => {
  const end = paused('2023-11-21 09:00', '3d', ['2023-11-22 10:00', '2023-11-23 10:00'], MOVES);
  assert.equal(end.toISOString(), endOf('2023-11-27'), 'from Friday to Saturday to Monday');
});

test('a pause that ends before it begins is refused', () => {
  assert.throws(() => paused('2023-11-24 09:00', '24h', ['2023-11-25 10:00', '2023-11-24 10:00']), RangeError);
});
