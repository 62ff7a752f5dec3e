import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEventStream } from './openEventStream.ts';

const PATIENCE_MS = 200;
/** More than the buffers of both sides of a connection hold. */
const LONG = JSON.stringify('x'.repeat(16 * 1024 * 1024));

describe('a stream of events', () => {
  const server = createServer();
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  async function open() {
    const asked = request({ port: (server.address() as AddressInfo).port, agent: false }).end();
    const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
    const stream = openEventStream(response, {
      headers: { 'x-request-id': 'one' },
      patienceMs: PATIENCE_MS,
    });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.on('error', () => undefined);
    return { stream, response, answer };
  }

  it('is written as graphql-sse defines it, each event with its cursor as the id', async () => {
    const { stream, answer } = await open();
    let text = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    stream.beat(null);
    await stream.next('{"data":1}', 'a');
    stream.beat('b');
    stream.complete('{"errors":[]}');
    stream.complete(null);
    await stream.next('{"data":2}', 'c');
    await once(answer, 'end');
    assert.equal(
      text,
      ': \n\nid: a\nevent: next\ndata: {"data":1}\n\n: b\nid: b\n\nevent: next\ndata: {"errors":[]}\n\nevent: complete\ndata: \n\n',
    );
    assert.equal(answer.headers['x-request-id'], 'one');
  });

  it('holds the next event back until the one before it is taken', async () => {
    const { stream, response, answer } = await open();
    answer.pause();
    let isTaken = false;
    const taking = stream.next(LONG, 'a').then(() => {
      isTaken = true;
    });
    await sleep(50);
    assert.equal(isTaken, false);
    const held = response.writableLength;
    assert.equal(stream.beat('a'), true);
    assert.equal(response.writableLength, held, 'no heartbeat is added to what waits');
    answer.resume();
    await taking;
    stream.complete(null);
    await once(answer, 'end');
  });

  it('disconnects a client that takes nothing for too long', async () => {
    const { stream, response, answer } = await open();
    answer.pause();
    const taking = stream.next(LONG, 'a');
    await sleep(PATIENCE_MS + 50);
    assert.equal(stream.beat('a'), false);
    await taking;
    assert.ok(response.destroyed);
    const closed = new Promise((resolve) => answer.once('close', resolve));
    answer.resume();
    await closed;
    assert.ok(answer.errored, 'the client sees that the stream broke');
  });
});
