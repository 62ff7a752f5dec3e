import assert from 'node:assert/strict';
import cluster from 'node:cluster';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { metricsOfWorkers } from './cluster.ts';
import type { MetricsSource } from './serve.ts';

const WORKER = fileURLToPath(new URL('../../../test/harness/countingWorker.ts', import.meta.url));

describe('metrics of several processes', () => {
  let workers: MetricsSource;
  const fork = async (...args: string[]) => {
    cluster.setupPrimary({ exec: WORKER, args, execArgv: [] });
    const worker = cluster.fork();
    await new Promise<void>((resolve) => worker.on('message', (said) => said === 'begun' && resolve()));
  };
  before(async () => {
    workers = metricsOfWorkers();
    await fork('3', 'closed');
    await fork('4', 'open');
  });
  after(async () => {
    for (const worker of Object.values(cluster.workers ?? {})) {
      const ended = once(worker ?? assert.fail(), 'exit');
      worker?.process.kill('SIGKILL');
      await ended;
    }
  });

  const requireAddedUp = async () => {
    const text = await workers.metrics();
    const sample = (name: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1],
      );
    assert.equal(sample('casegraph_operations_total{operation="other",outcome="answered"}'), 7);
    assert.equal(sample('casegraph_operation_seconds_count{operation="other"}'), 7);
    assert.equal(sample('casegraph_breaker_state{subgraph="courts"}'), 2);
    assert.equal(sample('casegraph_subgraph_waiting{subgraph="courts"}'), 4);
  };

  it('are added up; of breakers the worst is shown', () => requireAddedUp());

  it('wait for none that starts, that is too busy, or that has ended', async () => {
    await fork('starting');
    const before = performance.now();
    await requireAddedUp();
    assert.ok(performance.now() - before < 1_000, 'one that starts is not asked');
    await fork('5', 'closed');
    const last = Object.values(cluster.workers ?? {}).at(-1);
    const ended = once(last ?? assert.fail(), 'exit');
    last?.process.kill('SIGKILL');
    await ended;
    await requireAddedUp();
    await fork('busy', 'closed');
    await requireAddedUp();
  });
});
