import { parseArgs } from 'node:util';
import { withBench } from './gateway/bench.ts';
import { measureCold } from './gateway/cold.ts';
import { measureGarbage } from './gateway/garbage.ts';
import { GATEWAYS } from './gateway/gateways.ts';
import { measureGrowth } from './gateway/growth.ts';
import { ALIKE, OPERATION_NAMES, OPERATIONS } from './gateway/operations.ts';
import { profile } from './gateway/profile.ts';
import { measureRates } from './gateway/rates.ts';
import { rateFigures, rateLines } from './gateway/table.ts';
import { createReport } from './harness/report.ts';

/**
 * npm run bench:gateway [-- --json --processes 3 --rounds 5 --seconds 1 --clients 32 --only ours,apollo --parts rates,cold,growth,garbage --alike]: the gateway
 * beside others and beside a floor written by hand, over one supergraph and the same canned subgraphs: the gateway under
 * measure alone on one core, load and subgraphs on another. Refuses to measure where answers differ.
 * With --alike all clients ask for the same at once, which a gateway may do once for several; without, each for its own.
 * With --profile <gateway> [--operation heavy] instead: where that one spends its time.
 */
const PARTS = ['rates', 'cold', 'growth', 'garbage'] as const;
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    processes: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    clients: { type: 'string', default: '32' },
    only: { type: 'string', default: GATEWAYS.join(',') },
    parts: { type: 'string', default: PARTS.join(',') },
    alike: { type: 'boolean', default: false },
    profile: { type: 'string' },
    operation: { type: 'string', default: 'heavy' },
  },
});

const report = createReport(values.json);
const operations = values.alike ? ALIKE : OPERATIONS;
const round = { clients: Number(values.clients), seconds: Number(values.seconds) };
await withBench(report, async (bench) => {
  if (values.profile !== undefined) {
    for (const operation of some(values.operation, OPERATION_NAMES))
      for (const name of some(values.profile, GATEWAYS)) await profile(bench, name, operations[operation], round);
    return;
  }
  const parts = some(values.parts, PARTS);
  const figures: Record<string, unknown> = {};
  const lines: string[] = [];
  if (parts.includes('rates')) {
    const only = some(values.only, GATEWAYS);
    // Whatever is measured is compared with the floor.
    const names = GATEWAYS.filter((name) => name === 'floor' || only.includes(name));
    const extent = { ...round, processes: Number(values.processes), rounds: Number(values.rounds) };
    const rates = await measureRates(bench, names, operations, extent);
    Object.assign(figures, rateFigures(rates));
    lines.push(...rateLines(rates));
  }
  if (parts.includes('cold')) {
    const cold = await measureCold(bench);
    figures.cold = cold.figures;
    lines.push(...cold.lines, '');
  }
  if (parts.includes('growth')) {
    const growth = await measureGrowth(bench);
    figures.growth = growth.figures;
    lines.push(...growth.lines, '');
  }
  if (parts.includes('garbage')) {
    const garbage = await measureGarbage(bench);
    figures.garbage = garbage.figures;
    lines.push(...garbage.lines);
  }
  report.result(figures, lines);
});

/** Names from a list, in words where one is none of them. */
function some<Name extends string>(given: string, names: readonly Name[]): Name[] {
  return given.split(',').map((word) => {
    const name = names.find((each) => each === word);
    if (!name) throw new Error(`${word} is none of ${names.join(', ')}.`);
    return name;
  });
}
