import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema, type GraphQLObjectType, type OperationDefinitionNode, parse } from 'graphql';
import { completeData } from './completeValue.ts';
import { createSelections } from './selections.ts';
import { compileWriter } from './writer.ts';

const schema = buildSchema(`
  scalar Any
  enum Colour { RED GREEN }
  interface Thing { id: ID! name: String }
  type Box implements Thing { id: ID! name: String inside: [Thing] }
  type Ball implements Thing { id: ID! name: String colour: Colour! weight: Float }
  type Query {
    text: String! maybe: String id: ID! count: Int! share: Float sure: Boolean any: Any
    list: [String]! lists: [[Int!]!] thing: Thing things: [Thing!]! constructor: String
  }
`);
const QUERY = `{
  text maybe id count share sure any list lists constructor kind: __typename
  thing { __typename id name ... on Box { inside { id ... on Ball { colour } } } ... on Ball { colour weight } }
  things { __typename name ... on Box { inside { __typename } } }
}`;

const node = parse(QUERY).definitions[0] as OperationDefinitionNode;
const selection = createSelections({
  schema,
  fragments: new Map(),
  isIncluded: () => true,
  dataNameOf: (key) => key,
}).selectionOf([node.selectionSet]);
const root = schema.getQueryType() as GraphQLObjectType;
const write = compileWriter(schema, root, selection);

const ball = (more: object = {}) => ({ __typename: 'Ball', id: '1', name: 'b', colour: 'RED', weight: 1.5, ...more });
const WHOLE = {
  text: 'one',
  maybe: 'two',
  id: 'x',
  count: 3,
  share: 0.25,
  sure: true,
  any: { a: [1, null] },
  list: ['a', null, 'b'],
  lists: [[1, 2], [], [3]],
  constructor: 'own',
  thing: { __typename: 'Box', id: 'b', name: null, inside: [ball(), null, { __typename: 'Box', id: '2' }] },
  things: [ball(), { __typename: 'Box', name: 'c', inside: [] }],
};

describe('the compiled writer', () => {
  it('writes what the specification defines', () => {
    const various: object[] = [
      WHOLE,
      { ...WHOLE, maybe: null, share: null, sure: null, any: null, lists: null, thing: null, list: [], things: [] },
      { ...WHOLE, maybe: undefined, list: [null], lists: [[]], any: 'text', id: 7, count: -0, share: -1e30 },
      { ...WHOLE, count: -2_147_483_648, thing: ball({ id: 12, name: undefined, weight: null }) },
    ];
    for (const data of various) {
      const expected = JSON.stringify(completeData(schema, root, selection, data, []).data);
      assert.equal(write(data), expected);
    }
    // Without a constructor of its own, as JSON gives objects.
    const { constructor: _, ...without } = WHOLE;
    assert.equal(JSON.parse(write(without) ?? '').constructor, null);
  });

  it('escapes what needs it', () => {
    const data = { ...WHOLE, text: 'say "no"\n', id: '\\', list: ['\u0001'], thing: ball({ name: '"' }) };
    assert.equal(write(data), JSON.stringify(completeData(schema, root, selection, data, []).data));
  });

  it('writes nothing where a value does not match the schema', () => {
    const unfit: object[] = [
      { text: null },
      { text: 1 },
      { maybe: ['one'] },
      { id: 1.5 },
      { id: {} },
      { count: 2_147_483_648 },
      { count: 1.5 },
      { count: '3' },
      { share: 'much' },
      { sure: 1 },
      { list: 'a' },
      { list: null },
      { lists: [[null]] },
      { thing: 'a thing' },
      { thing: [ball()] },
      { thing: { __typename: 'Cube', id: '1' } },
      { thing: ball({ colour: 'BLUE' }) },
      { things: [null] },
    ];
    for (const change of unfit) {
      assert.equal(write({ ...WHOLE, ...change }), null, JSON.stringify(change));
    }
  });
});
