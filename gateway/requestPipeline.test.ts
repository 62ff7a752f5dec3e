import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import Fastify from 'fastify';
import { parse } from 'graphql';
import type { TokenVerification } from './auth/tokenVerifier.ts';
import type { AuthenticatedUser } from './auth/viewer.ts';
import type { Engine } from './execution/engine.ts';
import type { AdmittedOperation } from './limits/admission.ts';
import { LIMITS, type Limits } from './limits/limits.ts';
import { createRateLimits } from './limits/rateLimits.ts';
import { createRequestPipeline } from './requestPipeline.ts';
import { createEventStreams } from './subscriptions/eventStreams.ts';
import { createCurrentSupergraph } from './supergraph/currentSupergraph.ts';
import type { ServedSupergraph } from './supergraph/servedSupergraph.ts';

const USER: AuthenticatedUser = {
  subject: 'one',
  username: 'one',
  name: '',
  agency: 'POLICE',
  region: '210100',
  roles: ['officer'],
  client: null,
};
const limits = Object.fromEntries(Object.entries(LIMITS).map(([name, { fallback }]) => [name, fallback])) as Limits;

describe('the request pipeline', () => {
  it('executes nothing for a client that disconnected during authentication', async () => {
    const document = parse('{ a }');
    const [node] = document.definitions as [AdmittedOperation['node']];
    const admitted: AdmittedOperation = {
      document,
      node,
      query: '{ a }',
      variables: {},
      cost: 1,
      trustedName: null,
      personLookups: [],
    };
    let begun = 0;
    const engine = { execute: async () => assert.fail(`begun ${++begun}`), stop: async () => undefined };
    const served: ServedSupergraph = {
      version: '1',
      subgraphs: [],
      admission: { trusted: () => [], admit: () => admitted },
      engine: engine as unknown as Engine,
      grants: null,
    };
    const asking = Promise.withResolvers<void>();
    const known = Promise.withResolvers<TokenVerification>();
    const pipeline = createRequestPipeline({
      supergraph: createCurrentSupergraph(served, 100),
      tokens: {
        verify() {
          asking.resolve();
          return known.promise;
        },
      },
      limits,
      rateLimits: createRateLimits(limits),
      streams: createEventStreams(limits, { error: () => undefined } as never),
      tracing: null,
    });
    const app = Fastify();
    const answered = Promise.withResolvers<unknown>();
    app.post('/graphql', (request, reply) =>
      pipeline.answer(request, reply, request.body).finally(() => answered.resolve(null)),
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
      known.resolve({ user: USER });
      await answered.promise;
      assert.equal(begun, 0);
    } finally {
      await app.close();
    }
  });
});
