import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { enforceSharing } from './enforce.ts';

const DOCUMENT = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    @link(url: "https://casegraph.example/sharing/v1.0", import: ["@sharing"]) @composeDirective(name: "@sharing")
  directive @sharing(level: String!) on OBJECT | FIELD_DEFINITION
  type Query { ok: Boolean }
  type Visit @key(fields: "id") @sharing(level: CONDITIONAL) { id: ID!  findings: String }
`);

describe('a subgraph that shares a record conditionally', () => {
  it('does not start where nobody says whom the record is about', () => {
    const schema = () => buildSubgraphSchema([{ typeDefs: DOCUMENT }]);
    assert.throws(() => enforceSharing(schema(), DOCUMENT, {}), /records of Visit about/);
    assert.doesNotThrow(() => enforceSharing(schema(), DOCUMENT, { Visit: ({ id }: { id: string }) => ({ id }) }));
  });
});
