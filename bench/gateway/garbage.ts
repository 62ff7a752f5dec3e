import { ask, load } from '../harness/load.ts';
import { rounded } from '../harness/statistics.ts';
import type { Bench } from './bench.ts';
import type { GatewayName } from './gateways.ts';
import { OPERATION_NAMES, OPERATIONS, type OperationName } from './operations.ts';
import type { Collections } from './tellCollections.ts';
import { createTeller } from './teller.ts';

const NAMES = ['ours', 'guarded'] as const satisfies GatewayName[];
const CLIENTS = 32;
const WARM_UP = { clients: CLIENTS, warmUpSeconds: 0, seconds: 3 };
const ROUND = { clients: CLIENTS, warmUpSeconds: 0, seconds: 5 };
const KIB = 1024;

export interface Garbage {
  figures: Readonly<Record<string, unknown>>;
  lines: readonly string[];
}

/**
 * What an answer leaves for the collector: the time of its rounds over what is young, and what they make old. Of a request
 * that is over nothing should grow old; where much does, something old holds on to it.
 */
export async function measureGarbage(bench: Bench): Promise<Garbage> {
  const found: { name: GatewayName; operation: OperationName; minorUs: number; oldKiB: number }[] = [];
  for (const name of NAMES)
    for (const operation of OPERATION_NAMES) {
      const { answers, minorMs, oldBytes } = await collect(bench, name, operation);
      const each = { minorUs: rounded((minorMs * 1000) / answers, 2), oldKiB: rounded(oldBytes / KIB / answers, 3) };
      found.push({ name, operation, ...each });
      bench.report.progress(`${name}, ${operation}: ${each.oldKiB} KiB an answer grow old`);
    }
  return {
    figures: Object.fromEntries(
      NAMES.map((name) => [
        name,
        Object.fromEntries(
          found
            .filter((one) => one.name === name)
            .map(({ operation, minorUs, oldKiB }) => [operation, { minorUs, oldKiB }]),
        ),
      ]),
    ),
    lines: [
      'What an answer leaves for the collector',
      ...found.map(
        ({ name, operation, minorUs, oldKiB }) =>
          `  ${name.padEnd(9)}${operation.padEnd(7)}${minorUs.toFixed(2).padStart(8)} us of rounds over what is young, ${oldKiB.toFixed(3)} KiB grow old`,
      ),
    ],
  };
}

async function collect(
  { start }: Bench,
  name: GatewayName,
  operation: OperationName,
): Promise<Collections & { answers: number }> {
  const teller = createTeller('./tellCollections.ts');
  try {
    const { target, pid, stop } = await start(name, teller.nodeArguments);
    const asked = OPERATIONS[operation];
    const bytes: number[] = [];
    for (let client = 0; client < CLIENTS; client += 1) bytes.push((await ask(target, asked, client)).body.length);
    await load(target, asked, bytes, WARM_UP);
    const before: Collections = JSON.parse(await teller.ask(pid));
    const { answers } = await load(target, asked, bytes, ROUND);
    const after: Collections = JSON.parse(await teller.ask(pid));
    await stop();
    return { answers, minorMs: after.minorMs - before.minorMs, oldBytes: after.oldBytes - before.oldBytes };
  } finally {
    teller.remove();
  }
}
