import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addMonths, endOfShanghaiDay, isDay, shanghaiDay, weekday } from './day.ts';

test('an evening in UTC is already the next day in Shanghai', () => {
  assert.equal(shanghaiDay(new Date('2023-11-24T15:59:59.999Z')), '2023-11-24');
  assert.equal(shanghaiDay(new Date('2023-11-24T16:00:00Z')), '2023-11-25');
});

test('a Shanghai day ends one millisecond before the next one begins', () => {
  for (let day = '2023-12-20'; day < '2024-03-10'; day = addDays(day, 1)) {
    const end = endOfShanghaiDay(day);
    assert.equal(shanghaiDay(end), day);
    assert.equal(shanghaiDay(new Date(end.getTime() + 1)), addDays(day, 1));
  }
});

test('days that the calendar does not have are not days', () => {
  for (const text of [
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '2023-1-1',
    '20230101',
    '2023-01-01T00',
    '',
  ]) {
    assert.equal(isDay(text), false, text);
    assert.throws(() => weekday(text), RangeError);
  }
  assert.equal(isDay('2024-02-29'), true);
});

test('a month later is the same day, or the last day of a shorter month', () => {
  assert.equal(addMonths('2023-11-24', 1), '2023-12-24');
  assert.equal(addMonths('2023-01-31', 1), '2023-02-28');
  assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
  assert.equal(addMonths('2023-08-31', 6), '2024-02-29');
  assert.equal(addMonths('2023-12-31', 2), '2024-02-29');
});
