import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type GatewayProcess, startGatewayCommand } from '../../harness/gateway/gatewayCommand.ts';
import { startGraph, type TestGraph } from '../../harness/gateway/graph.ts';

const GRAPH = {
  shelves: {
    sdl: `type Query { shelf(first: Int! = 3, filter: Filter, tags: [String!]): Shelf }
      input Filter { size: Int!, inner: Filter }
      type Shelf { name: String label(length: Int! = 2): String }`,
    resolvers: { Query: { shelf: () => ({ name: 'one', label: 'on' }) } },
  },
};

/** Operations whose variable $v has a default and stands where no null is accepted. */
const OPERATIONS: Readonly<Record<string, string>> = {
  'argument of @include': 'query ($v: Boolean = true) { shelf { name @include(if: $v) } }',
  'argument of @skip': 'query ($v: Boolean = false) { shelf @skip(if: $v) { name } }',
  'argument of a directive at a fragment':
    'query ($v: Boolean = true) { ... @include(if: $v) { shelf { ...f @skip(if: $v) name } } } fragment f on Shelf { label }',
  'argument of a field': 'query ($v: Int = 1) { shelf(first: $v) { name } }',
  'argument of a field below': 'query ($v: Int = 1) { shelf { label(length: $v) } }',
  'field of a nested input': 'query ($v: Int = 1) { shelf(filter: { size: 1, inner: { size: $v } }) { name } }',
  'element of a list': 'query ($v: String = "a") { shelf(tags: ["b", $v]) { name } }',
};

for (const engine of ['compiled', 'apollo']) {
  describe(`with the engine ${engine}, a variable that is null in spite of its default`, () => {
    let graph: TestGraph;
    let gateway: GatewayProcess;
    before(async () => {
      graph = await startGraph(GRAPH);
      gateway = await startGatewayCommand(['--supergraph', graph.file, '--anonymous', '--engine', engine]);
    });
    after(async () => {
      await gateway?.stop();
      await graph.stop();
    });

    for (const [place, query] of Object.entries(OPERATIONS)) {
      it(`is refused as the ${place}, and its default is taken when it is left out`, async () => {
        const post = async (variables: object) => {
          const response = await fetch(`${gateway.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
            body: JSON.stringify({ query, variables }),
          });
          return { status: response.status, answer: await response.json() };
        };
        const refused = await post({ v: null });
        assert.equal(refused.status, 400, JSON.stringify(refused.answer));
        assert.ok(!('data' in refused.answer), 'a request error has no data');
        assert.deepEqual(
          refused.answer.errors.map(({ message, extensions }: { message: string; extensions: { code: string } }) => [
            message,
            extensions.code,
          ]),
          [['The variable $v must not be null.', 'BAD_USER_INPUT']],
        );
        const answered = await post({});
        assert.deepEqual([answered.status, answered.answer.errors], [200, undefined]);
      });
    }
  });
}
