import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { readConfig } from './config.ts';
import { startTracing } from './tracing.ts';

describe('the traces of a part', () => {
  it('keep it from ending for a moment only where their receiver takes nothing', async () => {
    const receiver = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    try {
      const { port } = receiver.address() as { port: number };
      const config = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
      const tracing = (await startTracing('gateway', config)) ?? assert.fail();
      tracing.request('request', {}).end();
      const told = performance.now();
      await tracing.close();
      assert.ok(performance.now() - told < 3_000);
    } finally {
      receiver.close();
    }
  });
});
