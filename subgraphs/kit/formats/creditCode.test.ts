import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditCodeCheckCharacter, parseCreditCode } from './creditCode.ts';

function faultOf(text: string): string {
  const result = parseCreditCode(text);
  return result.ok ? 'accepted' : result.fault.code;
}

test("the standard's example and registered companies' codes are accepted, in small letters too", () => {
  for (const code of ['91350100M000100Y43', '91440300708461136T', '914403001922038216']) {
    assert.deepEqual(parseCreditCode(code), { ok: true, value: code });
    assert.deepEqual(parseCreditCode(` ${code.toLowerCase()} `), { ok: true, value: code });
  }
});

test('one mistyped character anywhere is noticed', () => {
  const code = '91350100M000100Y43';
  for (let place = 0; place < 17; place += 1) {
    for (const character of '123456789') {
      if (character === code.charAt(place)) continue;
      assert.equal(faultOf(code.slice(0, place) + character + code.slice(place + 1)), 'CREDIT_CODE_CHECK_CHARACTER');
    }
  }
});

test('letters that look like digits and wrong lengths are refused by form', () => {
  for (const text of [
    '',
    '9135',
    '91350100M000100Y4',
    '91350100M000100I43',
    '9135010OM000100Y43',
    '91350100M000100Y433',
  ]) {
    assert.equal(faultOf(text), 'CREDIT_CODE_FORMAT', text);
  }
});

test('a check character is computed from 17 characters of the alphabet only', () => {
  assert.equal(creditCodeCheckCharacter('91350100M000100Y4'), '3');
  for (const text of ['', '91350100M000100Y', '91350100M000100YI']) {
    assert.throws(() => creditCodeCheckCharacter(text), RangeError);
  }
});
