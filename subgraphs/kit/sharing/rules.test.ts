import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'graphql';
import { readSharing } from './rules.ts';

describe('the rules of a schema', () => {
  it('hold for fields that an extension of a type adds', () => {
    const rules = readSharing(
      parse(`
        type Visit @key(fields: "id") @sharing(level: CONDITIONAL, for: [JUDICIAL_AID]) { id: ID! }
        extend type Visit { findings: String  notes: String @sharing(level: NOT_SHARED) }
      `),
    );
    assert.deepEqual(
      rules.map(({ field, rule, isKey }) => [field, isKey, rule.level, rule.for]),
      [
        ['id', true, 'CONDITIONAL', ['JUDICIAL_AID']],
        ['findings', false, 'CONDITIONAL', ['JUDICIAL_AID']],
        ['notes', false, 'NOT_SHARED', null],
      ],
    );
  });

  it('share nothing of a type that says nothing', () => {
    const [field] = readSharing(parse('type Note { text: String }'));
    assert.equal(field?.rule.level, 'NOT_SHARED');
  });
});
