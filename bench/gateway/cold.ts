import { connectTo, isOk } from '../harness/load.ts';
import { median, quantile, rounded } from '../harness/statistics.ts';
import type { Bench } from './bench.ts';
import { differentOperations } from './differentOperations.ts';
import { watchHeap } from './heap.ts';
import type { RunningGateway } from './runningGateway.ts';

const OPERATIONS = 1_000;
/** The same number again and again, of operations that were never asked before: what grows with each is not bounded. */
const THOUSANDS = 4;
const VARIABLES = { from: 0, first: 2 };

export interface Cold {
  figures: Readonly<Record<string, unknown>>;
  lines: readonly string[];
}

interface Times {
  cold: number[];
  warm: number[];
}

/**
 * What an operation costs that was never asked before, beyond what it costs asked again: reading, checking, planning and compiling.
 * And the memory in use after each thousand: what is kept of them is bounded where it comes to rest.
 */
export async function measureCold({ report, start }: Bench): Promise<Cold> {
  const operations = differentOperations(OPERATIONS * THOUSANDS);
  // Asked through another process before: the canned subgraphs have every answer ready, and their time is not in the figures.
  const before = await start('ours');
  await askTwice(before, operations);
  await before.stop();

  const heap = watchHeap();
  const times: Times[] = [];
  const memory: number[] = [];
  try {
    const gateway = await start('ours', heap.nodeArguments);
    memory.push(await heap.inUseMiB(gateway.pid));
    for (let from = 0; from < operations.length; from += OPERATIONS) {
      times.push(await askTwice(gateway, operations.slice(from, from + OPERATIONS)));
      memory.push(await heap.inUseMiB(gateway.pid));
      report.progress(`${from + OPERATIONS} different operations: ${Math.round(memory.at(-1) ?? 0)} MiB`);
    }
    await gateway.stop();
  } finally {
    heap.remove();
  }
  const [first = { cold: [], warm: [] }] = times;
  const beyond = first.cold.map((ms, at) => ms - (first.warm[at] ?? 0));
  const figures = {
    coldMs: rounded(median(first.cold), 2),
    coldP99Ms: rounded(quantile(first.cold, 0.99), 2),
    warmMs: rounded(median(first.warm), 2),
    planningMs: rounded(median(beyond), 2),
    heapMiB: memory.map(Math.round),
  };
  return {
    figures,
    lines: [
      `${OPERATIONS} different operations, one after the other: asked first p50 ${figures.coldMs} ms, p99 ${figures.coldP99Ms} ms; asked again p50 ${figures.warmMs} ms`,
      `  Reading, checking, planning and compiling one: ${figures.planningMs} ms`,
      `  Memory in use before them and after each thousand of ${THOUSANDS}: ${figures.heapMiB.join(', ')} MiB`,
    ],
  };
}

async function askTwice({ target }: RunningGateway, operations: readonly string[]): Promise<Times> {
  const times: Times = { cold: [], warm: [] };
  const asker = await connectTo(target);
  for (const query of operations) {
    for (const kind of ['cold', 'warm'] as const) {
      const began = performance.now();
      const { head, body } = await asker.ask({ query, variables: () => VARIABLES });
      times[kind].push(performance.now() - began);
      if (!isOk(head) || body.includes('"errors"'))
        throw new Error(`Not answered: ${query}\n${head}\n${body.toString().slice(0, 300)}`);
    }
  }
  asker.close();
  return times;
}
