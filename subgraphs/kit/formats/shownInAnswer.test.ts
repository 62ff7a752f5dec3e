import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownInAnswer } from './shownInAnswer.ts';

test('what was refused is cut between characters and shown well-formed', () => {
  assert.equal(shownInAnswer('𠮷'.repeat(60)), '𠮷'.repeat(60));
  assert.equal(shownInAnswer('𠮷'.repeat(61)), `${'𠮷'.repeat(60)}…`);
  assert.equal(shownInAnswer('a\ud842'), 'a\ufffd');
});

test('a number of a person in the wrong field is not repeated, a case number is', () => {
  assert.equal(
    shownInAnswer('no. 210102199003078723, call +8613800138000'),
    `no. ${'*'.repeat(18)}, call ${'*'.repeat(14)}`,
  );
  assert.equal(shownInAnswer('A2101025100002023130001'), 'A2101025100002023130001');
});
