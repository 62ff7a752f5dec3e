import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCourtCaseNumber, parseCourtCaseNumber } from './courtCaseNumber.ts';
import { COURT_CASE_TYPES } from './courtCaseTypes.ts';

function faultOf(text: string): string {
  const result = parseCourtCaseNumber(text);
  return result.ok ? 'accepted' : result.fault.code;
}

test('a case number is read into its parts', () => {
  assert.deepEqual(parseCourtCaseNumber('（2023）辽0102民初1234号'), {
    ok: true,
    value: { number: '（2023）辽0102民初1234号', year: 2023, court: '辽0102', type: '民初', serial: 1234 },
  });
});

test('half-width brackets, blanks and full-width digits are put right', () => {
  for (const text of ['(2023)辽0102民初1234号', ' （2023） 辽0102 民初 1234 号 ', '（２０２３）辽0102民初1234号']) {
    const result = parseCourtCaseNumber(text);
    assert.equal(result.ok && result.value.number, '（2023）辽0102民初1234号', text);
  }
});

test('every court level and every case type makes a number that reads back the same', () => {
  for (const court of ['最高法', '辽', '辽01', '辽0102', '内0425', '黔01', '兵01', '京73']) {
    for (const type of COURT_CASE_TYPES) {
      const parts = { year: 2023, court, type, serial: 7 };
      const number = formatCourtCaseNumber(parts);
      assert.deepEqual(parseCourtCaseNumber(number), { ok: true, value: { number, ...parts } });
    }
  }
});

test('the case types that this hub handles are all known', () => {
  for (const type of ['民初', '民终', '刑初', '刑终', '行初', '民特', '民保令', '诉前调', '执'])
    assert.ok(COURT_CASE_TYPES.has(type), type);
});

test('a special-trial character between court and type is kept apart', () => {
  const result = parseCourtCaseNumber('（2021）最高法知民终12号');
  assert.ok(result.ok);
  assert.deepEqual([result.value.court, result.value.special, result.value.type], ['最高法', '知', '民终']);
  assert.equal(formatCourtCaseNumber(result.value), result.value.number);
});

test('a case type that does not exist is told apart from a wrong form', () => {
  assert.equal(faultOf('（2023）辽0102民某1234号'), 'COURT_CASE_NUMBER_TYPE');
  assert.equal(faultOf('（2023）辽0102少1234号'), 'COURT_CASE_NUMBER_TYPE');
});

test('a number of the wrong form is refused as such', () => {
  const wrong = [
    '',
    '2023辽0102民初1234号',
    '（2023）辽0102民初1234',
    '（2023）辽0102民初0号',
    '（2023）辽012民初1号',
    '（1823）辽01民初1号',
    '（2023）X01民初1号',
    '（2023）辽0102民初0012号',
  ];
  for (const text of wrong) assert.equal(faultOf(text), 'COURT_CASE_NUMBER_FORMAT', text);
});
