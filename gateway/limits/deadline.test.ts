import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../http/refusal.ts';
import { withDeadline } from './deadline.ts';

describe('the deadline of an operation', () => {
  const isTimeout = (error: unknown) => error instanceof Refusal && error.status === 504;
  const never = () => new Promise<never>(() => undefined);

  it('passes on the result or the error of work that ends in time', async () => {
    const stop = new AbortController();
    assert.equal(await withDeadline(1_000, stop, Promise.resolve('done')), 'done');
    await assert.rejects(withDeadline(1_000, stop, Promise.reject(new Error('no'))), /no/);
    assert.equal(stop.signal.aborted, false);
  });

  it('ends each operation at its own time', async () => {
    const ends: number[] = [];
    const run = async (work: Promise<unknown>) => {
      const stop = new AbortController();
      const at = performance.now();
      await assert.rejects(withDeadline(100, stop, work), isTimeout);
      assert.equal(stop.signal.aborted, true);
      ends.push(performance.now() - at);
    };
    const first = run(never());
    const quick = withDeadline(100, new AbortController(), sleep(10));
    await sleep(60);
    const second = run(never());
    await Promise.all([first, quick, second]);
    for (const end of ends) assert.ok(end >= 99 && end < 1_000, `${ends.map(Math.round)}`);
  });
});
