import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import Fastify from 'fastify';
import { parse } from 'graphql';
import type { Admitted } from './door/door.ts';
import type { Who } from './door/identity.ts';
import { LIMITS, type Limits } from './door/limits.ts';
import { createRates } from './door/rates.ts';
import { createStreams } from './door/streams/streams.ts';
import type { Engine } from './engine/engine.ts';
import type { Graph } from './graph.ts';
import { createGraphs } from './graphs.ts';
import { createOperations } from './operations.ts';
import type { Known } from './viewer.ts';

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
