import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { startGatewayCommand } from '../../harness/gateway/gatewayCommand.ts';
import { startGraph } from '../../harness/gateway/graph.ts';
import { until } from '../../harness/leads.ts';

/** A gateway before a subgraph that holds one answer back until it is let go. */
async function startHeld(env: Record<string, string>) {
  const { promise, resolve: letGo } = Promise.withResolvers<string>();
  const graph = await startGraph({
    slow: {
      sdl: 'type Query { quick: String held: String }',
      resolvers: { Query: { quick: () => 'quick', held: () => promise } },
    },
  });
  const gateway = await startGatewayCommand(['--supergraph', graph.file, '--anonymous'], env);
  const agent = new Agent({ keepAlive: true });
  const get = async (path: string) => {
    const [response] = (await once(request(`${gateway.url}${path}`, { agent }).end(), 'response')) as [IncomingMessage];
    const { statusCode, headers } = response;
    return { statusCode, connection: headers.connection, body: JSON.parse(await text(response)) };
  };
  const stop = async () => {
    agent.destroy();
    await graph.stop();
  };
  return { graph, gateway, get, letGo, stop };
}

const HELD = '/graphql?query={held}';
const QUICK = '/graphql?query={quick}';

describe('a gateway that is told to stop', () => {
  it('says so, goes on answering for a while, ends what is under way, and closes each connection', async () => {
    const { graph, gateway, get, letGo, stop } = await startHeld({ GATEWAY_LINGER_MS: '3000' });
    try {
      assert.deepEqual([(await get('/ready')).statusCode, (await get(QUICK)).connection], [200, 'keep-alive']);
      const idle = connect(Number(new URL(gateway.url).port), '127.0.0.1');
      await once(idle, 'connect');
      const idleClosed = once(idle, 'close');
      const underWay = get(HELD);
      await until('the slow answer is under way', async () => graph.asked('slow') === 2);
      const ended = gateway.stop();
      await until('it says that it leaves', async () => (await get('/ready')).statusCode === 503);
      const late = await get(QUICK);
      assert.deepEqual([late.statusCode, late.connection, late.body.data.quick], [200, 'close', 'quick']);
      await idleClosed;
      // Who came in the moment before is reset.
      const refused = () => get(QUICK).catch(({ code }: { code?: string }) => code);
      await until('it listens no more', async () => (await refused()) === 'ECONNREFUSED');
      letGo('at last');
      const { statusCode, connection, body } = await underWay;
      assert.deepEqual([statusCode, connection, body.data.held], [200, 'close', 'at last']);
      assert.equal(await ended, 0);
    } finally {
      await stop();
    }
  });

  it('gives up eight seconds later what does not end, and its subgraph is told', async () => {
    const { graph, gateway, get, stop } = await startHeld({ GATEWAY_LINGER_MS: '2500', SUBGRAPH_TIMEOUT_MS: '30000' });
    try {
      const underWay = assert.rejects(get(HELD), { code: 'ECONNRESET' });
      await until('the slow answer is under way', async () => graph.asked('slow') === 1);
      const told = performance.now();
      assert.equal(await gateway.stop(), 0);
      assert.ok(performance.now() - told > 10_400, 'what it lingers is not taken off');
      await underWay;
      assert.equal(graph.givenUp('slow'), 1);
    } finally {
      await stop();
    }
  });
});
