import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseValue as literal } from 'graphql';
import { InvalidValue, scalarResolvers } from './scalars.ts';

function read(name: string, value: unknown): unknown {
  return scalarResolvers[name]?.parseValue(value);
}

function readLiteral(name: string, text: string): unknown {
  return scalarResolvers[name]?.parseLiteral(literal(text), {});
}

function refusalOf(result: unknown): [code: string, received: string] {
  assert.ok(result instanceof InvalidValue, String(result));
  return [result.fault.code, result.received];
}

test('an amount is read from text, and from a number that is exact', () => {
  assert.equal(read('Money', '80000.5'), '80000.50');
  assert.equal(read('Money', 80000.5), '80000.50');
  assert.equal(readLiteral('Money', '80000.5'), '80000.50');
  assert.deepEqual(refusalOf(read('Money', 0.1 + 0.2)), ['MONEY_NUMBER', '0.30000000000000004']);
});

test('a literal that is refused is shown as it came', () => {
  assert.deepEqual(refusalOf(readLiteral('Money', '80000.505')), ['MONEY_DECIMALS', '80000.505']);
  assert.deepEqual(refusalOf(readLiteral('Money', '1e3')), ['MONEY_FORMAT', '1e3']);
  assert.deepEqual(refusalOf(readLiteral('Money', 'true')), ['MONEY_FORMAT', 'true']);
  assert.deepEqual(refusalOf(readLiteral('Date', '2023.11')), ['DATE_FORMAT', '2023.11']);
  assert.deepEqual(refusalOf(readLiteral('Date', '[1]')), ['DATE_FORMAT', '[1]']);
  assert.deepEqual(refusalOf(readLiteral('AgencyCode', 'POLICE')), ['AGENCY_CODE_FORMAT', 'POLICE']);
});

test('a value that is no text is shown as JSON, masked where it is personal', () => {
  assert.deepEqual(refusalOf(read('Date', { day: 1 })), ['DATE_FORMAT', '{"day":1}']);
  const [, received] = refusalOf(readLiteral('ResidentIdNumber', '{ a: "210102198906139046" }'));
  assert.doesNotMatch(received, /19890613/);
});

test('a day or a moment that is refused says the accepted form', () => {
  for (const [name, form] of [
    ['Date', /yyyy-mm-dd/],
    ['DateTime', /yyyy-mm-ddThh:mm:ss/],
  ] as const) {
    const result = read(name, '24.11.2023');
    assert.ok(result instanceof InvalidValue);
    assert.match(result.fault.accepted.en, form);
  }
});
