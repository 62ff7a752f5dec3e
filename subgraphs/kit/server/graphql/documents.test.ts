import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema } from 'graphql';
import { createDocuments } from './documents.ts';

const SCHEMA = buildSchema('type Query { a: Int }');

describe('documents that a subgraph was asked', () => {
  it('are the same object each time, also those that are refused', () => {
    const { prepare } = createDocuments(SCHEMA, true);
    for (const text of ['{ a }', '{ b }', '{']) assert.equal(prepare(text), prepare(text));
  });

  it('are kept by the hundreds: the one that nobody has asked for longest goes', () => {
    const { prepare } = createDocuments(SCHEMA, true);
    const asked = (number: number) => prepare(`{ a${number}: a }`);
    const [first, second] = [asked(0), asked(1)];
    for (let number = 2; number < 500; number += 1) asked(number);
    assert.equal(asked(0), first);
    asked(500);
    assert.equal(asked(0), first);
    assert.notEqual(asked(1), second);
  });

  it('say which operation a name chooses', () => {
    const two = createDocuments(SCHEMA, true).prepare('query A { a } query B { a }');
    assert.ok('document' in two);
    assert.deepEqual(
      ['A', 'B', 'C', null, undefined].map((name) => two.operation(name)?.name?.value),
      ['A', 'B', undefined, undefined, undefined],
    );
  });

  it('tell of the schema only where that is allowed', () => {
    const text = '{ __schema { types { name } } }';
    assert.ok('document' in createDocuments(SCHEMA, true).prepare(text));
    const refused = createDocuments(SCHEMA, false).prepare(text);
    assert.ok('errors' in refused);
    assert.equal(refused.errors[0]?.extensions.code, 'GRAPHQL_VALIDATION_FAILED');
    assert.ok('document' in createDocuments(SCHEMA, false).prepare('{ a __typename }'));
  });
});
