import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const BENCH = fileURLToPath(new URL('../../bench/case.bench.ts', import.meta.url));
const SHORT = ['--cases', '500', '--rounds', '1', '--seconds', '1'];

it('bench:case finds the same answers and statements in the system and its floor, and measures both', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [BENCH, '--json', ...SHORT]);
  const figures = JSON.parse(stdout) as Record<string, unknown>;
  for (const name of ['perSecond', 'floorPerSecond', 'p50Ms', 'p99Ms', 'statements']) {
    const value = figures[name];
    assert.ok(typeof value === 'number' && value > 0, `${name} is ${value}`);
  }
});
