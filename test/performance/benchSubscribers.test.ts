import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const BENCH = fileURLToPath(new URL('../../bench/subscribers.bench.ts', import.meta.url));
const COUNT = 100;
/** One sign of life comes in that time. */
const SECONDS = 17;
/** What a subscriber of two thousand takes is half of it (README); few of them share what is made once. */
const MOST_HEAP_KIB = 80;

it('bench:subscribers loses none of a hundred, shows them signs of life, and tells half of them what happened', async () => {
  const short = ['--count', String(COUNT), '--seconds', String(SECONDS)];
  const { stdout } = await promisify(execFile)(process.execPath, [BENCH, '--json', ...short]);
  const figures = JSON.parse(stdout) as Record<string, number>;
  assert.equal(figures.subscribers, COUNT);
  assert.equal(figures.lost, 0);
  assert.equal(figures.told, COUNT / 2);
  assert.ok((figures.leastBeats ?? 0) >= 1, stdout);
  assert.ok((figures.heapKib ?? Number.POSITIVE_INFINITY) < MOST_HEAP_KIB, stdout);
});
