import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema } from 'graphql';
import { createDocumentCache } from '../../documents/documentCache.ts';
import { createVariableReader } from '../../documents/variables/variables.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { createCostEstimator } from './costEstimate.ts';
import { readCostModel } from './costModel.ts';

const SCHEMA = `
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  scalar PositiveInt
  type Query {
    thing: Thing
    plain: [Thing!]!
    counted(first: Int = 20): [Thing!]
    assumed: [Thing] @listSize(assumedSize: 3)
    page(first: Int = 20): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    bare(first: Int = 20): Page
    custom(first: PositiveInt): [Thing] @listSize(slicingArguments: ["first"])
    dear(note: String @cost(weight: 4), input: Wish): Thing @cost(weight: 50)
  }
  type Mutation { change: Thing }
  input Wish { small: Int, big: Int @cost(weight: 7) }
  type Thing { name: String, score: Int @cost(weight: 2), thing: Thing }
  type Page { edges: [Edge!]!, info: Info! }
  type Edge { node: Thing! }
  type Info { more: Boolean }
`;
const schema = buildSchema(SCHEMA);
const limits = Object.fromEntries(Object.entries(LIMITS).map(([name, { fallback }]) => [name, fallback])) as Limits;
const model = readCostModel(SCHEMA, schema);
const documents = createDocumentCache(schema, limits, false);

function costOf(query: string, variables: Record<string, unknown> = {}): number {
  const prepared = documents.prepare(query);
  const operation = prepared.operation(null);
  const { coerced } = createVariableReader(schema).coerce(prepared.document, operation.node, variables);
  return createCostEstimator(schema, model, 10_000).costOf(prepared.document, operation.node, coerced);
}

describe('the static cost of an operation', () => {
  it('counts the objects that an answer may hold, and scalars nothing', () => {
    assert.equal(costOf('{ thing { name } }'), 1);
    assert.equal(costOf('{ thing { name thing { name } } }'), 2);
    assert.equal(costOf('mutation { change { name } }'), 11);
  });

  it('sizes a list by first, given or by default, by what the schema assumes, or by ten', () => {
    assert.equal(costOf('{ counted(first: 7) { name } }'), 7);
    assert.equal(costOf('{ counted { name } }'), 20);
    assert.equal(costOf('query ($n: Int) { counted(first: $n) { name thing { name } } }', { n: 5 }), 10);
    assert.equal(costOf('{ counted(first: 100000) { name } }'), 100, 'more than any list gives');
    assert.equal(costOf('{ assumed { name } }'), 3);
    assert.equal(costOf('{ plain { name } }'), 10);
  });

  it('sizes the edges of a connection, and not what stands beside them', () => {
    const fields = 'edges { node { name } } info { more }';
    assert.equal(costOf(`{ page(first: 30) { ${fields} } }`), 1 + 30 * 2 + 1);
    assert.equal(costOf(`{ bare(first: 30) { ${fields} } }`), 62, 'without a directive, too');
    assert.equal(costOf(`{ page(first: 30) { ...p } } fragment p on Page { ${fields} }`), 62);
    assert.equal(
      costOf(
        `{ a: page(first: 2) { ...p } b: page(first: 5) { ...p } } fragment p on Page { edges { node { name } } }`,
      ),
      22,
    );
    assert.equal(costOf(`{ page(first: 1000000) { ${fields} } }`), 2_000_002, 'as it was declared, without a bound');
  });

  it('takes the weights that the schema names, for fields, arguments and inputs', () => {
    assert.equal(costOf('{ dear { name } }'), 50);
    assert.equal(costOf('{ dear(note: "a") { name score } }'), 56);
    assert.equal(costOf('{ dear(input: { small: 1, big: 1 }) { name } }'), 57);
  });

  it('leaves out what @skip and @include leave out, by the variables', () => {
    const query = 'query ($with: Boolean!) { thing { name } plain @include(if: $with) { name } }';
    assert.deepEqual([costOf(query, { with: true }), costOf(query, { with: false })], [11, 1]);
  });

  it('sizes a list by a number of a custom scalar, for each request', () => {
    const query = 'query ($n: PositiveInt) { custom(first: $n) { name } }';
    const { document, operation } = documents.prepare(query);
    const { node } = operation(null);
    const estimator = createCostEstimator(schema, model, 10_000);
    const costs = [1, 1_000_000, 1].map((n) => estimator.costOf(document, node, { n }));
    assert.deepEqual(costs, [1, 1_000_000, 1]);
  });

  it('distinguishes null from a missing value, which has the default', () => {
    const { document, operation } = documents.prepare(
      'query ($n: Int) { page(first: $n) { edges { node { name } } } }',
    );
    const { node } = operation(null);
    const estimator = createCostEstimator(schema, model, 10_000);
    const costs = [{}, { n: null }, {}].map((variables) => estimator.costOf(document, node, variables));
    assert.deepEqual(costs, [1 + 20 * 2, 1 + 10 * 2, 1 + 20 * 2]);
  });

  it('is never below nothing', () => {
    assert.equal(costOf('{ counted(first: -100) { name } thing { name } }'), 1);
  });
});
