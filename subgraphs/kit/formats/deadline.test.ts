import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueAt, parseDeadlineRule, pauseShift } from './deadline.ts';

/** A moment of Shanghai time, `2023-11-24 15:30`. */
function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+08:00`);
}

function due(from: string, rule: string): string {
  return dueAt(at(from), parseDeadlineRule(rule)).toISOString();
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

test('a pause for materials gives back its working days', () => {
  const rule = parseDeadlineRule('10WD');
  const deadline = dueAt(at('2023-11-24 09:00'), rule);
  const shifted = pauseShift(deadline, at('2023-11-28 10:00'), at('2023-12-05 16:00'), rule);
  assert.equal(shifted.toISOString(), endOf('2023-12-15'), 'five working days later');
});

test('a pause over a weekend gives no working day back', () => {
  const rule = parseDeadlineRule('5WD');
  const deadline = dueAt(at('2023-11-24 09:00'), rule);
  const shifted = pauseShift(deadline, at('2023-11-24 18:00'), at('2023-11-26 18:00'), rule);
  assert.equal(shifted.getTime(), deadline.getTime());
});

test('a pause of any other term gives back exactly the time it lasted', () => {
  for (const text of ['24h', '30d', '1M']) {
    const rule = parseDeadlineRule(text);
    const deadline = dueAt(at('2023-11-24 09:00'), rule);
    const shifted = pauseShift(deadline, at('2023-11-24 10:00'), at('2023-11-24 15:20'), rule);
    assert.equal(shifted.getTime() - deadline.getTime(), (5 * 60 + 20) * 60 * 1000, text);
  }
});

test('a pause that ends before it begins is refused', () => {
  const rule = parseDeadlineRule('24h');
  assert.throws(() => pauseShift(new Date(), at('2023-11-25 10:00'), at('2023-11-24 10:00'), rule), RangeError);
});
