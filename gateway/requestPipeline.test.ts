import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import Fastify from 'fastify';
import { parse } from 'graphql';
import type { Who } from './auth/tokenVerifier.ts';
import type { Known } from './auth/viewer.ts';
import type { Engine } from './execution/engine.ts';
import type { Admitted } from './limits/admission.ts';
import { LIMITS, type Limits } from './limits/limits.ts';
import { createRates } from './limits/rateLimits.ts';
import { createOperations } from './requestPipeline.ts';
import { createStreams } from './subscriptions/eventStreams.ts';
import { createGraphs } from './supergraph/currentSupergraph.ts';
import type { Graph } from './supergraph/servedSupergraph.ts';

const VIEWER: Known = {
  subject: 'one',
  username: 'one',
  name: '',
  agency: 'POLICE',
  region: '210100',
  roles: ['officer'],
  client: null,
};
const limits = Object.fromEntries(Object.entries(LIMITS).map(([name, { fallback }]) => [name, fallback])) as Limits;

describe('operations', () => {
  it('are not begun for a caller who has gone while it was found out who asks', async () => {
    const document = parse('{ a }');
    const [node] = document.definitions as [Admitted['node']];
    const admitted: Admitted = {
      document,
      node,
      query: '{ a }',
      variables: {},
      cost: 1,
      trustedName: null,
      lookUps: [],
    };
    let begun = 0;
    const engine = { execute: async () => assert.fail(`begun ${++begun}`), stop: async () => undefined };
    const graph: Graph = {
      version: '1',
      subgraphs: [],
      door: { trusted: () => [], admit: () => admitted },
      engine: engine as unknown as Engine,
      referrals: null,
    };
    const asking = Promise.withResolvers<void>();
    const known = Promise.withResolvers<Who>();
    const operations = createOperations({
      graphs: createGraphs(graph, 100),
      identity: {
        recognise: () => null,
        identify() {
          asking.resolve();
          return known.promise;
        },
      },
      limits,
      rates: createRates(limits),
      streams: createStreams(limits, { error: () => undefined } as never),
      tracing: null,
    });
    const app = Fastify();
    const answered = Promise.withResolvers<unknown>();
    app.post('/graphql', (request, reply) =>
      operations.answer(request, reply, request.body).finally(() => answered.resolve(null)),
    );
    await app.listen();
    try {
      const accepted = once(app.server, 'connection');
      const socket = connect(app.server.address() as { port: number });
      const body = '{"query":"{ a }"}';
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: h\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      await asking.promise;
      const [connection] = await accepted;
      socket.destroy();
      await once(connection, 'close');
      known.resolve({ viewer: VIEWER });
      await answered.promise;
      assert.equal(begun, 0);
    } finally {
      await app.close();
    }
  });
});
