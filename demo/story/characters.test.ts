import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCaseNumber } from '../../subgraphs/kit/formats/caseNumber.ts';
import { parseResidentId } from '../../subgraphs/kit/formats/residentId.ts';
import { CHILD, HUANG, HUANG_CASE, HUSBAND, RESERVED_NUMBERS, SUSPECT } from './characters.ts';

test('the identity numbers of the story are valid, of Heping district, and say the right sex', () => {
  const sexes = [HUANG, HUSBAND, CHILD, SUSPECT].map(({ idNumber }) => {
    const parsed = parseResidentId(idNumber);
    assert.ok(parsed.ok, idNumber);
    assert.equal(parsed.value.regionCode, HUANG_CASE.region);
    return parsed.value.sex;
  });
  assert.deepEqual(sexes, ['FEMALE', 'MALE', 'FEMALE', 'MALE']);
});

test('the case has one valid number of each of the three agencies', () => {
  const kinds = RESERVED_NUMBERS.map((number) => {
    const parsed = parseCaseNumber(number);
    assert.ok(parsed.ok, number);
    assert.equal(parsed.value.number, number);
    return parsed.value.kind;
  });
  assert.deepEqual(kinds, ['POLICE', 'PROSECUTION', 'COURT']);
});
