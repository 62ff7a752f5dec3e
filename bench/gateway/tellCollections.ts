import { writeFileSync } from 'node:fs';
import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';

/** What the collector has done since the process began. */
export interface Collections {
  /** How long its rounds over what is young took. */
  minorMs: number;
  /** Bytes that they made old. */
  oldBytes: number;
}

/** Loaded before a gateway, by --import with ?file=<where>: on SIGUSR2 it writes what the collector has done (Collections, as JSON). */
const file = new URL(import.meta.url).searchParams.get('file');
if (file === null) throw new Error('Give a file.');
const done: Collections = { minorMs: 0, oldBytes: 0 };
const usedOld = () =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0;
let old = usedOld();
new PerformanceObserver((list) => {
  const now = usedOld();
  let hasShrunk = false;
  for (const entry of list.getEntries()) {
    // Node's types do not know what an entry of its own says.
    const { kind } = (entry as PerformanceEntry & { detail: { kind: number } }).detail;
    if (kind === constants.NODE_PERFORMANCE_GC_MINOR) done.minorMs += entry.duration;
    else hasShrunk = true;
  }
  if (!hasShrunk) done.oldBytes += Math.max(0, now - old);
  old = now;
}).observe({ entryTypes: ['gc'] });
process.on('SIGUSR2', () => writeFileSync(file, JSON.stringify(done)));
