import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCamel, toSnake } from './columnNames.ts';

test('names of the database and of the code', () => {
  assert.equal(toCamel('case_id'), 'caseId');
  assert.equal(toCamel('id'), 'id');
  assert.equal(toSnake('personToken'), 'person_token');
  assert.equal(toSnake('person_token'), 'person_token');
});

test('a name comes back as it was, also with digits', () => {
  for (const name of ['within_24h', 'a1_b2', 'first_name_2', 'day', 'region_code_of_2nd'])
    assert.equal(toSnake(toCamel(name)), name);
});
