import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { closeConnections } from './closing.ts';

async function serving(limitMs?: number) {
  const app = Fastify({ forceCloseConnections: 'idle' });
  closeConnections(app, limitMs);
  app.get('/slow', async () => {
    await sleep(200);
    return 'answered';
  });
  app.get('/never', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200).flushHeaders();
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, port: (app.server.address() as AddressInfo).port };
}

describe('a server that is told to stop', () => {
  it('answers what is under way, and does not wait for the connection’s next request', async () => {
    const { app, port } = await serving();
    const answer = fetch(`http://127.0.0.1:${port}/slow`);
    await once(app.server, 'request');
    const since = performance.now();
    const closed = app.close();
    assert.equal(await (await answer).text(), 'answered');
    await closed;
    assert.ok(performance.now() - since < 2_000);
  });

  it('does not wait for a reader who takes nothing, nor for a connection without a request', async () => {
    const { app, port } = await serving(300);
    const silent = connect(port, '127.0.0.1');
    const asked = request({ port, path: '/never' }).end();
    asked.on('error', () => undefined);
    const [response] = await once(asked, 'response');
    response.on('error', () => undefined);
    const since = performance.now();
    await app.close();
    assert.ok(performance.now() - since < 2_000);
    silent.destroy();
  });
});
