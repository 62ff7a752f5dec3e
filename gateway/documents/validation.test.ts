import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSchema, parse } from 'graphql';
import { validationErrors } from './validation.ts';

const schema = buildSchema(`
  type Query { lead(input: LeadInput!, first: Int): Lead }
  type Lead { name: String }
  input LeadInput { name: String!  phone: String!  stages: [Stage!] }
  enum Stage { OPEN CLOSED }
`);

function messages(query: string, production = false): string[] {
  return validationErrors(schema, parse(query), production).map(({ message }) => message);
}

test('each field that is missing is named, so that two of them are two messages', () => {
  assert.deepEqual(messages('{ lead(input: {}) { name } }'), [
    'Field "LeadInput.name" of required type "String!" was not provided.',
    'Field "LeadInput.phone" of required type "String!" was not provided.',
  ]);
});

test('an argument that is missing is named', () => {
  assert.match(messages('{ lead { name } }').join(), /argument "input" of type "LeadInput!" is required/);
});

test('a value of another type is named by its place, and not repeated', () => {
  assert.deepEqual(
    messages(
      'query ($n: Int = "secret") { lead(first: $n, input: { name: 1, phone: "1", stages: [secret] }) { name } }',
    ),
    [
      'The value of $n is not of the type that its place accepts.',
      'The value of input.name is not of the type that its place accepts.',
      'The value of input.stages is not of the type that its place accepts.',
    ],
  );
});

test('a field that the schema does not have is named, in production without a suggestion', () => {
  const query = '{ lead(input: { nam: "a", name: "a", phone: "1" }) { nme } }';
  assert.match(messages(query).join(' '), /Did you mean "name"/);
  assert.deepEqual(messages(query, true), [
    'Field "nam" is not defined by type "LeadInput".',
    'Cannot query field "nme" on type "Lead".',
  ]);
});
