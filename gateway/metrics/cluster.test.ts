import assert from 'node:assert/strict';
import cluster from 'node:cluster';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ofWorkers } from './cluster.ts';

const WORKER = fileURLToPath(new URL('../../test/harness/countingWorker.ts', import.meta.url));

describe('metrics of several processes', () => {
  before(async () => {
    for (const args of [
      ['3', 'closed'],
      ['4', 'open'],
    ]) {
      cluster.setupPrimary({ exec: WORKER, args, execArgv: [] });
      await once(cluster.fork(), 'message');
    }
  });
  after(async () => {
    for (const worker of Object.values(cluster.workers ?? {})) {
      const ended = once(worker ?? assert.fail(), 'exit');
      worker?.process.kill();
      await ended;
    }
  });

  it('are added up; of breakers the worst is shown', async () => {
    const text = await ofWorkers().metrics();
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
  });
});
