import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePoliceCaseNumber } from './policeCaseNumber.ts';

function faultOf(text: string): string {
  const result = parsePoliceCaseNumber(text);
  return result.ok ? 'accepted' : result.fault.code;
}

test('a police case number is read into unit, month and serial', () => {
  assert.deepEqual(parsePoliceCaseNumber(' a2101025100002023110001 '), {
    ok: true,
    value: {
      number: 'A2101025100002023110001',
      unit: '210102510000',
      regionCode: '210102',
      year: 2023,
      month: 11,
      serial: 1,
    },
  });
});

test('blanks, full-width digits and invisible characters are put right', () => {
  for (const text of ['Ａ２１０１０２５１００００ 202311 0001', 'A210102510000\u200b2023110001\u00a0'])
    assert.equal(faultOf(text), 'accepted', text);
});

test('only the twelve months of a year are accepted', () => {
  for (let month = 0; month < 100; month += 1) {
    const text = `A2101025100002023${String(month).padStart(2, '0')}0001`;
    assert.equal(faultOf(text), month >= 1 && month <= 12 ? 'accepted' : 'POLICE_CASE_NUMBER_MONTH', text);
  }
});

test('a unit of a development zone is accepted, one of no province is refused', () => {
  assert.equal(faultOf('A2101935100002023110001'), 'accepted');
  assert.equal(faultOf('A9999995100002023110001'), 'POLICE_CASE_NUMBER_REGION');
});

test('a refusal names the part that is wrong', () => {
  const wrong: [string, string][] = [
    ['', 'FORMAT'],
    ['B2101025100002023110001', 'FORMAT'],
    ['A21010251000020231100012', 'FORMAT'],
    ['A210102510000202311001', 'FORMAT'],
    ['A2101025100001823110001', 'YEAR'],
    ['A2101025100002999110001', 'YEAR'],
    ['A2101025100002023110000', 'SERIAL'],
  ];
  for (const [text, part] of wrong) assert.equal(faultOf(text), `POLICE_CASE_NUMBER_${part}`, text);
});
