import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskPhone, parsePhone } from './phone.ts';

test('mobile numbers are accepted as people write them', () => {
  for (const text of [
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '138–0013—8000',
    '+86 13800138000',
    '008613800138000',
    '86-138-0013-8000',
    '013800138000',
    '１３８００１３８０００',
    '\u202d138 0013 8000\u202c',
    '13800138000\u200b',
  ]) {
    assert.deepEqual(parsePhone(text), { ok: true, value: '13800138000' }, text);
  }
});

test('landlines are given as area code and line, whether the trunk 0 was typed or not', () => {
  for (const text of [
    '02422345678',
    '024-22345678',
    '（024）22345678',
    '024－2234－5678',
    '024–22345678',
    '+86 24 22345678',
    '+86 (0)24 2234 5678',
    '+86 024 22345678',
    '0086-24-22345678',
    '86 24 22345678',
  ]) {
    assert.deepEqual(parsePhone(text), { ok: true, value: '024-22345678' }, text);
  }
  assert.deepEqual(parsePhone('0772-2834567'), { ok: true, value: '0772-2834567' });
  assert.deepEqual(parsePhone('0411-82345678'), { ok: true, value: '0411-82345678' });
  assert.deepEqual(parsePhone('+86 10 62345678'), { ok: true, value: '010-62345678' });
  assert.deepEqual(parsePhone('+86 772 2834567'), { ok: true, value: '0772-2834567' });
});

test('an extension is kept after the line, however it was written', () => {
  for (const text of [
    '024-22345678-801',
    '024-22345678转801',
    '(024)22345678 ext. 801',
    '+86 24 22345678 x801',
    '024 22345678 分机：801',
    '02422345678#801',
    '024-22345678转分机801',
  ])
    assert.deepEqual(parsePhone(text), { ok: true, value: '024-22345678-801' }, text);
  assert.deepEqual(parsePhone('0772-2834567-8'), { ok: true, value: '0772-2834567-8' });
  assert.equal(faultOf('13800138000转8')?.code, 'PHONE_FORMAT');
});

test('numbers of Hong Kong, Macao and Taiwan are given with their country code', () => {
  const numbers: [string, string][] = [
    ['+852 2123 4567', '+85221234567'],
    ['(852) 9123-4567', '+85291234567'],
    ['00852 91234567', '+85291234567'],
    ['+853 2812 3456', '+85328123456'],
    ['+853 6612 3456', '+85366123456'],
    ['+886 912 345 678', '+886912345678'],
    ['+886 (0)2 2345 6789', '+886223456789'],
  ];
  for (const [text, value] of numbers) {
    assert.deepEqual(parsePhone(text), { ok: true, value }, text);
    assert.deepEqual(parsePhone(value), { ok: true, value }, 'its own canonical form');
  }
  for (const text of ['+852 12345678', '+852 2123456', '+853 12345678', '+886 12345678', '+1 202 555 0123', '91234567'])
    assert.equal(faultOf(text)?.code, 'PHONE_FORMAT', text);
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
  assert.equal(maskPhone('024-22345678-801'), '024-****5678-***');
  assert.equal(maskPhone('+85221234567'), '+852****4567');
  assert.equal(maskPhone('+886912345678'), '+886*****5678');
  assert.equal(maskPhone('12345'), '*****');
});

function faultOf(text: string) {
  const result = parsePhone(text);
  return result.ok ? undefined : result.fault;
}
