import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, it } from 'node:test';
import { serveMetrics } from './serve.ts';

describe('the port where metrics are read', () => {
  it('waits at its end for no connection that was opened and never used', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await new Promise((resolve) => other.close(resolve));
    const readable = { contentType: 'text/plain', metrics: async () => 'one 1\n' };
    const { close } = await serveMetrics(readable, { host: '127.0.0.1', port });
    assert.equal(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text(), 'one 1\n');
    const unused = connect(port, '127.0.0.1');
    await once(unused, 'connect');
    const closed = once(unused, 'close');
    await Promise.all([close(), closed]);
  });
});
