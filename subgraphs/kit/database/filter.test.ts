import assert from 'node:assert/strict';
import { test } from 'node:test';
import knex from 'knex';
import { type Condition, filterBy } from './filter.ts';

const db = knex({ client: 'pg' });
const written = (condition: Condition) => filterBy(db('incidents'), 'kind', condition).toQuery();

test('what a client leaves out asks nothing', () => {
  for (const nothing of [null, undefined, {}, { from: null, before: undefined }])
    assert.equal(written(nothing), 'select * from "incidents"');
});

test('a value, one of several, and none of none', () => {
  assert.equal(written('HELP'), `select * from "incidents" where "kind" = 'HELP'`);
  assert.equal(written(false), `select * from "incidents" where "kind" = false`);
  assert.equal(written(['HELP', 'DISPUTE']), `select * from "incidents" where "kind" in ('HELP', 'DISPUTE')`);
  assert.equal(written([]), 'select * from "incidents" where 1 = 0');
});

test('a range includes its beginning and not its end, and may be open', () => {
  assert.equal(written({ from: 1, before: 3 }), 'select * from "incidents" where "kind" >= 1 and "kind" < 3');
  assert.equal(written({ before: 0 }), 'select * from "incidents" where "kind" < 0');
});
