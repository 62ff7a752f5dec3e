import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskPhone, parsePhone } from './phone.ts';

test('mobile numbers are accepted as people write them', () => {
  for (const text of ['13800138000', '138 0013 8000', '138-0013-8000', '+86 13800138000', '008613800138000']) {
    assert.deepEqual(parsePhone(text), { ok: true, value: '13800138000' }, text);
  }
});

test('landlines are given as area code and line', () => {
  for (const text of ['02422345678', '024-22345678', '（024）22345678']) {
    assert.deepEqual(parsePhone(text), { ok: true, value: '024-22345678' }, text);
  }
  assert.deepEqual(parsePhone('0772-2834567'), { ok: true, value: '0772-2834567' });
  assert.deepEqual(parsePhone('0411-82345678'), { ok: true, value: '0411-82345678' });
});

test('whatever cannot be called as a mainland number is refused', () => {
  for (const text of [
    '',
    '12800138000',
    '1380013800',
    '138001380000',
    '22345678',
    '024-2234567',
    '0124-2234567',
    'abc',
  ]) {
    assert.equal(faultOf(text)?.code, 'PHONE_FORMAT', text);
  }
});

test('the example of a refusal is itself accepted', () => {
  const example = /024-\d+/.exec(faultOf('')?.accepted.en ?? '')?.[0] ?? '';
  assert.deepEqual(parsePhone(example), { ok: true, value: example });
});

test('a masked number shows where it belongs and its last four digits', () => {
  assert.equal(maskPhone('13800138000'), '138****8000');
  assert.equal(maskPhone('024-22345678'), '024-****5678');
  assert.equal(maskPhone('0772-2834567'), '0772-***4567');
  assert.equal(maskPhone('12345'), '*****');
});

function faultOf(text: string) {
  const result = parsePhone(text);
  return result.ok ? undefined : result.fault;
}
