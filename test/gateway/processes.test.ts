import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { Client } from 'undici';
import { freePort } from '../harness/freePort.ts';
import { type GatewayProcess, runGatewayCommand, startGatewayCommand } from '../harness/gateway/gatewayCommand.ts';
import type { TestGraph } from '../harness/gateway/graph.ts';
import { answerOf, BOTH, startShop } from '../harness/gateway/shops.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Line {
  msg: string;
  process: number;
  pid?: number;
  wasReady?: boolean;
}

describe('a gateway of two processes', () => {
  let shop: TestGraph;
  let other: TestGraph;
  let gateway: GatewayProcess;
  before(async () => {
    [shop, other] = await Promise.all([startShop('one', '', 1_000), startShop('two')]);
  });
  afterEach(() => gateway.stop());
  after(() => Promise.all([shop?.stop(), other?.stop()]));

  const start = async (env: Record<string, string> = {}) => {
    writeFileSync(shop.file, shop.supergraph);
    const args = ['--supergraph', shop.file, '--anonymous', '--processes', '2'];
    gateway = await startGatewayCommand(args, { LOG_LEVEL: 'info', LIMITS_ADDRESS_PER_MINUTE: '1000000', ...env });
    // The log is written a moment later.
    await until('both are ready', () => started().length === 2);
  };
  const lines = (message: string) =>
    gateway
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as Line)
      .filter(({ msg }) => msg === message);
  const started = () => lines('a process is ready');
  const pids = () => started().map(({ pid }) => pid as number);
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  const until = async (what: string, holds: () => boolean | Promise<boolean>) => {
    for (const end = Date.now() + 20_000; !(await holds()); await pause(50))
      assert.ok(Date.now() < end, `${what}: ${gateway.said()}`);
  };
  /** A caller with one connection, which stays with one process for as long as that lives. */
  const caller = () => new Client(gateway.url, { pipelining: 1 });
  const ask = async (client: Client, query = BOTH) => {
    const { statusCode, body } = await client.request({
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { status: statusCode, answer: (await body.json()) as { data?: unknown } };
  };
  const withCallers = async <T>(count: number, work: (client: Client, index: number) => Promise<T>): Promise<T[]> => {
    const clients = Array.from({ length: count }, caller);
    try {
      return await Promise.all(clients.map(work));
    } finally {
      await Promise.all(clients.map((client) => client.destroy()));
    }
  };

  it('answers in both; one that is killed takes with it what it held, and is started again', async () => {
    await start();
    let isOver = false;
    const callers = withCallers(16, async (client) => {
      const counts = { answered: 0, lost: 0 };
      while (!isOver) {
        try {
          const { status, answer } = await ask(client);
          assert.deepEqual([status, answer.data], [200, answerOf('one')]);
          counts.answered += 1;
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error;
          counts.lost += 1;
        }
      }
      return counts;
    });
    await until('both answer', () => new Set(lines('request').map(({ process }) => process)).size === 2);
    const [victim] = pids();
    process.kill(victim as number, 'SIGKILL');
    await until('started again', () => started().length === 3);
    const [, , third] = started();
    // Callers keep their connections: some of the new ones come to the new process.
    await until('the new one answers', async () => {
      await withCallers(4, (client) => ask(client));
      return lines('request').some(({ process }) => process === third?.process);
    });
    isOver = true;
    const counts = await callers;
    for (const { answered, lost } of counts)
      assert.ok(answered >= 10 && lost <= 1, `${answered} answered, ${lost} lost`);
    assert.ok(counts.some(({ lost }) => lost === 0));
    assert.equal(await gateway.stop(), 0);
    assert.deepEqual(
      lines('a process has died').map(({ wasReady }) => wasReady),
      [true],
    );
    assert.deepEqual(pids().filter(isAlive), []);
  });

  it('loads a changed supergraph in each, and counts what all do at one place', async () => {
    const port = await freePort();
    await start({ METRICS_PORT: String(port) });
    writeFileSync(shop.file, other.supergraph);
    let asked = 0;
    const answers = () => {
      asked += 6;
      return withCallers(6, async (client) => JSON.stringify((await ask(client)).answer.data));
    };
    await until('all have it', async () => (await answers()).every((data) => data === JSON.stringify(answerOf('two'))));
    const loaded = () => lines('a new supergraph is served').map(({ process }) => process);
    await until('loaded by both', () => loaded().length === 2);
    assert.deepEqual(loaded().sort(), [1, 2]);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    assert.match(metrics, /^casegraph_supergraphs_total\{outcome="loaded"\} 2$/m);
    const documents = [...metrics.matchAll(/^casegraph_document_cache_total\{.*\} (\d+)$/gm)];
    assert.equal(
      documents.reduce((sum, [, count]) => sum + Number(count), 0),
      asked,
    );
    assert.equal(await gateway.stop(), 0);
  });

  it('ends what is under way when it is told to stop, in all of them', async () => {
    await start();
    const before = shop.asked('books');
    const asked = withCallers(10, (client) => ask(client, '{ slow }'));
    await until('under way', () => shop.asked('books') >= before + 10);
    const ended = gateway.stop();
    for (const { status, answer } of await asked) assert.deepEqual([status, answer.data], [200, { slow: 'one' }]);
    assert.equal(await ended, 0);
    assert.deepEqual(pids().filter(isAlive), []);
  });

  it('says once what keeps it from starting', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const args = ['--supergraph', shop.file, '--anonymous', '--processes', '2', '--port', String(port)];
    const { code, said } = await runGatewayCommand(args, { LOG_LEVEL: 'silent' });
    taken.close();
    assert.equal(code, 1, said);
    assert.equal(said.match(/in use by another program/g)?.length, 1, said);
    const wrong = await runGatewayCommand(['--supergraph', shop.file, '--processes', '0']);
    assert.match(wrong.said, /^GATEWAY_PROCESSES is "0"; accepted: a whole number from 1 to 64\.$/);
  });

  it('goes on with the one that is left where no other starts, and stops where none is left', async () => {
    await start();
    rmSync(shop.file);
    const [first, second] = pids() as [number, number];
    process.kill(first, 'SIGKILL');
    const failed = () => lines('a process has died').filter(({ wasReady }) => wasReady === false).length;
    await until('starts fail', () => failed() >= 2);
    await withCallers(4, async (client) => assert.equal((await ask(client)).status, 200));
    process.kill(second, 'SIGKILL');
    assert.equal(await gateway.ended, 1);
    assert.equal(lines('no process starts any more; the gateway stops').length, 1);
  });
});
