import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import Fastify from 'fastify';
import { readConfig } from './config.ts';
import { beginLoading, endLoading, unreadyWhileLoading } from './loading.ts';

test('a part is ready again when the demonstration is loaded, and answers everything else all the time', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'casegraph-loading-'));
  const config = readConfig({ CASEGRAPH_HOME: home });
  const app = Fastify();
  t.after(async () => {
    await app.close();
    rmSync(home, { recursive: true });
  });
  app.get('/ready', () => ({ status: 'ready' }));
  app.get('/health', () => ({ status: 'ok' }));
  unreadyWhileLoading(app, config);
  const status = async (url: string) => (await app.inject(url)).statusCode;
  assert.equal(await status('/ready'), 200);
  beginLoading(config);
  assert.deepEqual([await status('/ready'), await status('/health')], [503, 200]);
  endLoading(config);
  endLoading(config);
  assert.equal(await status('/ready'), 200);
});
