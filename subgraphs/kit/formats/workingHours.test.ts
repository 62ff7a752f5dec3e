import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastWorkingMoment, nextWorkingMoment } from './workingHours.ts';

const HOURS = { from: '09:00', until: '17:00' };

function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+08:00`);
}

function next(text: string): string {
  return nextWorkingMoment(at(text), HOURS).toISOString();
}

function last(text: string): string {
  return lastWorkingMoment(at(text), HOURS).toISOString();
}

test('what falls into working hours goes out at once, and anything else at the next opening', () => {
  assert.equal(next('2023-11-24 15:30'), at('2023-11-24 15:30').toISOString(), 'a Friday afternoon');
  assert.equal(next('2023-11-24 03:12'), at('2023-11-24 09:00').toISOString(), 'a Friday night');
  assert.equal(next('2023-11-24 17:00'), at('2023-11-27 09:00').toISOString(), 'closing on Friday');
  assert.equal(next('2023-11-25 11:00'), at('2023-11-27 09:00').toISOString(), 'a Saturday');
  assert.equal(next('2023-10-07 11:00'), at('2023-10-07 11:00').toISOString(), 'a make-up Saturday');
  assert.equal(next('2026-12-31 23:59'), at('2027-01-04 09:00').toISOString(), 'New Year, a Friday, before its notice');
});

test('what cannot wait goes out an hour before the last closing', () => {
  assert.equal(last('2023-11-24 15:30'), at('2023-11-24 15:30').toISOString());
  assert.equal(last('2023-11-24 20:00'), at('2023-11-24 16:00').toISOString());
  assert.equal(last('2023-11-26 10:00'), at('2023-11-24 16:00').toISOString());
  assert.equal(last('2023-11-27 08:00'), at('2023-11-24 16:00').toISOString());
});
