import { ask } from '../harness/load.ts';
import { rounded } from '../harness/statistics.ts';
import type { Bench } from './bench.ts';
import { type Measured, measure } from './measure.ts';

/** A list with entities of another subgraph in it. */
const QUERY = `query Growth($first: Int!) {
  cases(first: $first) { id title openedOn claim parties { role person { token name } } }
}`;
/** By which answers have about these sizes. */
const CASES = { '1 KB': 3, '10 KB': 26, '100 KB': 260, '1 MB': 2_600, '5 MB': 13_000 };
const ROUND = { clients: 1, warmUpSeconds: 1, seconds: 3 };
const MIB = 1024 * 1024;

interface Size extends Measured {
  name: string;
  bytes: number;
}

export interface Growth {
  figures: Readonly<Record<string, unknown>>;
  lines: readonly string[];
}

/** What an answer costs by its size, one client asking. Linear is what costs as much for each further megabyte, wherever it comes. */
export async function measureGrowth({ report, subgraphs, start }: Bench): Promise<Growth> {
  const gateway = await start('ours');
  const sizes: Size[] = [];
  for (const [name, first] of Object.entries(CASES)) {
    const operation = { query: QUERY, variables: () => ({ first }) };
    const { body } = await ask(gateway.target, operation);
    const measured = await measure(gateway, operation, [body.length], subgraphs, ROUND);
    sizes.push({ name, bytes: body.length, ...measured });
    report.progress(`${body.length} bytes: p50 ${measured.p50Ms.toFixed(2)} ms`);
  }
  await gateway.stop();
  const further = sizes.slice(1).map((size, at) => {
    const before = sizes[at] as Size;
    return ((size.processorMs - before.processorMs) * MIB) / (size.bytes - before.bytes);
  });
  return {
    figures: {
      bytes: sizes.map(({ bytes }) => bytes),
      processorMs: sizes.map(({ processorMs }) => rounded(processorMs, 3)),
      p50Ms: sizes.map(({ p50Ms }) => rounded(p50Ms, 2)),
      perFurtherMiB: further.map((ms) => rounded(ms, 2)),
    },
    lines: [
      'Cost by size of the answer (CPU ms of the gateway; in brackets for each further MiB)',
      ...sizes.map(({ name, bytes, processorMs, p50Ms }, at) => {
        const beyond = at === 0 ? '' : ` (${further[at - 1]?.toFixed(1)})`;
        return `  ${name.padEnd(7)}${String(bytes).padStart(9)} bytes ${processorMs.toFixed(2).padStart(9)}${beyond}, p50 ${p50Ms.toFixed(2)} ms`;
      }),
    ],
  };
}
