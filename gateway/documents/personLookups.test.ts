import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { createPersonLookupFinder } from './personLookups.ts';

const SCHEMA = buildSchema(`
  scalar ResidentIdNumber
  type Query { person(idNumber: ResidentIdNumber!): Person people(of: [ResidentIdNumber!]!): [Person] case(id: ID): Case }
  type Mutation { record(idNumber: ResidentIdNumber!): Person }
  type Person { name: String case: Case }
  type Case { id: ID person: Person }
`);

describe('the person look-ups of an operation', () => {
  const find = createPersonLookupFinder(SCHEMA);
  const foundIn = (text: string) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    assert.ok(operation);
    return find(document, operation);
  };

  it('are the root fields that take an identity number, once for each use, through fragments', () => {
    const text = `query { a: person(idNumber: "1") { name } case { person { name } } ... { ...Two } }
      fragment Two on Query { b: person(idNumber: "2") { name } people(of: ["3", "4"]) { name } }`;
    assert.deepEqual(foundIn(text), ['person', 'person', 'people']);
    assert.deepEqual(foundIn('{ case(id: 1) { id } }'), []);
  });

  it('do not count mutations, which leave a record', () => {
    assert.deepEqual(foundIn('mutation { record(idNumber: "1") { name } }'), []);
  });
});
