import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareMoney, fen, fromFen, parseMoney, parseMoneyNumber, parsePositiveMoney, times } from './money.ts';

function faultOf(result: ReturnType<typeof parseMoney>): string {
  return result.ok ? 'accepted' : result.fault.code;
}

test('an amount is given with two decimals however it was written', () => {
  const written: [string, string][] = [
    ['80000', '80000.00'],
    ['80000.5', '80000.50'],
    ['80000.50', '80000.50'],
    [' 007 ', '7.00'],
    ['0', '0.00'],
    ['-0', '0.00'],
    ['-12.3', '-12.30'],
    ['８０ ０００', '80000.00'],
    ['−5', '-5.00'],
    ['999999999999.99', '999999999999.99'],
  ];
  for (const [text, value] of written) assert.deepEqual(parseMoney(text), { ok: true, value }, text);
});

test('an amount with more than two decimals is refused, even where they are zero', () => {
  for (const text of ['0.001', '80000.500', '-1.999']) assert.equal(faultOf(parseMoney(text)), 'MONEY_DECIMALS', text);
});

test('whatever else is no amount is refused', () => {
  for (const text of ['', '.5', '5.', '1,000', '¥5', '1e3', '+5', '--5', 'NaN', '1234567890123']) {
    assert.equal(faultOf(parseMoney(text)), 'MONEY_FORMAT', text);
  }
});

test('a number is an amount where it is exact, and otherwise to be sent as text', () => {
  assert.deepEqual(parseMoneyNumber(80000), { ok: true, value: '80000.00' });
  assert.deepEqual(parseMoneyNumber(80000.5), { ok: true, value: '80000.50' });
  assert.deepEqual(parseMoneyNumber(0.29), { ok: true, value: '0.29' });
  assert.deepEqual(parseMoneyNumber(-1.07), { ok: true, value: '-1.07' });
  assert.deepEqual(parseMoneyNumber(999999999999.99), { ok: true, value: '999999999999.99' });
  for (const number of [0.1 + 0.2, 1.005, 80000.505, 1e21, 1e-7, 2 ** 53, Number.NaN]) {
    const parsed = parseMoneyNumber(number);
    assert.ok(
      !parsed.ok && parsed.fault.code === 'MONEY_NUMBER' && /send it as text/.test(parsed.fault.message.en),
      `${number}`,
    );
  }
});

test('a payment must be more than nothing', () => {
  for (const text of ['0', '0.00', '-1', '-0.01'])
    assert.equal(faultOf(parsePositiveMoney(text)), 'MONEY_NOT_POSITIVE', text);
  assert.deepEqual(parsePositiveMoney('0.01'), { ok: true, value: '0.01' });
  assert.equal(faultOf(parsePositiveMoney('0.001')), 'MONEY_DECIMALS');
});

test('fen and yuan turn into each other without loss', () => {
  for (const amount of [0n, 1n, -1n, 9n, 10n, 99n, 100n, -100n, 8000050n, 99999999999999n]) {
    assert.equal(fen(fromFen(amount)), amount);
  }
  assert.equal(fen('80000.5'), 8000050n);
  assert.throws(() => fen('80000.555'), RangeError);
  assert.throws(() => fen(''), RangeError);
});

test('thirty-six monthly wages are exact to the fen', () => {
  assert.equal(times('7343.33', 36), '264359.88');
  assert.equal(times('0.1', 3), '0.30');
  assert.throws(() => times('1.00', 0.5), RangeError);
});

test('amounts compare by value, not as text', () => {
  assert.equal(compareMoney('9.00', '10.00'), -1);
  assert.equal(compareMoney('10', '10.00'), 0);
  assert.equal(compareMoney('-1', '-2'), 1);
  assert.deepEqual(['10.00', '9.99', '-3.00', '100.00'].sort(compareMoney), ['-3.00', '9.99', '10.00', '100.00']);
});
