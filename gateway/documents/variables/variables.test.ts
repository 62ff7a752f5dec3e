import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { Refusal } from '../../http/refusal.ts';
import { createVariableReader } from './variables.ts';

const schema = buildSchema(`
  type Query { lead(input: LeadInput!): String  list(first: Int! = 5, tags: [String!]): String }
  input LeadInput { name: String!  phone: String!  household: Household  stage: Stage }
  input Household { size: Int!  members: [Member!] }
  input Member { name: String! }
  enum Stage { OPEN CLOSED }
`);

/** The refusals of variables, with their paths. */
function faults(query: string, variables: Record<string, unknown>): string[] {
  const document = parse(query);
  const operation = getOperationAST(document);
  assert.ok(operation);
  try {
    createVariableReader(schema).coerce(document, operation, variables);
    return [];
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return error.errors.map(({ message, extensions }) => `${message} ${extensions?.path} ${extensions?.accepted}`);
  }
}

const LEAD = 'query ($input: LeadInput!) { lead(input: $input) }';

test('each field that is missing is named, so that two of them are two messages', () => {
  assert.deepEqual(faults(LEAD, { input: { household: {} } }), [
    'The variable $input.name is missing. input,name String!',
    'The variable $input.phone is missing. input,phone String!',
    'The variable $input.household.size is missing. input,household,size Int!',
  ]);
});

test('a variable that is missing is named', () => {
  assert.deepEqual(faults(LEAD, {}), ['The variable $input is missing. input LeadInput!']);
});

test('a value that is null or of another type is named by its place, and not repeated', () => {
  const input = {
    name: null,
    phone: { secret: 1 },
    household: { size: 1, members: [{ name: 'a' }, null] },
    stage: 'secret',
  };
  assert.deepEqual(faults(LEAD, { input }), [
    'The variable $input.name must not be null. input,name String!',
    'The variable $input.phone is not of its type. input,phone String!',
    'The variable $input.household.members[1] must not be null. input,household,members,1 Member!',
    'The variable $input.stage is not of its type. input,stage OPEN, CLOSED',
  ]);
});

test('a field that its type does not have is not repeated, since the name is the sender’s own text', () => {
  const input = { name: 'a', phone: '1', n210102199001011234: 1 };
  assert.deepEqual(faults(LEAD, { input }), [
    'The variable $input has a field that its type does not have. input LeadInput!',
  ]);
});

for (const [place, query] of [
  ['the argument of a directive', 'query ($v: Boolean = true) { list @include(if: $v) }'],
  ['the argument of a field', 'query ($v: Int = 1) { list(first: $v) }'],
  ['an argument with a default of its own', 'query ($v: Int) { list(first: $v) }'],
  ['a nested input', 'query ($v: Int = 1) { lead(input: { name: "a", phone: "1", household: { size: $v } }) }'],
  ['an element of a list', 'query ($v: String = "a") { list(tags: ["b", $v]) }'],
  [
    'a fragment of a fragment',
    'query ($v: Int = 1) { ...a } fragment a on Query { ...b } fragment b on Query { list(first: $v) }',
  ],
] as const) {
  test(`null for a variable that stands at ${place} which takes none is refused`, () => {
    assert.match(faults(query, { v: null }).join(), /^The variable \$v must not be null\. v \w+!$/);
    assert.deepEqual(faults(query, {}), [], 'left out, the default counts');
  });
}

test('null is taken where the place takes it', () => {
  assert.deepEqual(faults('query ($v: [String!] = ["a"]) { list(tags: $v) }', { v: null }), []);
  assert.deepEqual(
    faults('query A($v: [String!] = ["a"]) { list(tags: $v) } fragment b on Query { list(first: $v) }', { v: null }),
    [],
    'a fragment that the operation does not use says nothing of it',
  );
});
