import { parseArgs } from 'node:util';
import { withBench } from './gateway/bench.ts';
import { GATEWAYS, type GatewayName } from './gateway/gateways.ts';
import { measureRates } from './gateway/rates.ts';
import { rateFigures, rateLines } from './gateway/table.ts';
import { createReport } from './report.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '32' },
    only: { type: 'string', default: GATEWAYS.join(',') },
  },
});

const report = createReport(values.json);
await withBench(report, async (bench) => {
  const only = values.only.split(',');
  const names = GATEWAYS.filter((name) => only.includes(name) || name === 'floor') as GatewayName[];
  const round = { clients: Number(values.clients), seconds: Number(values.seconds) };
  const rates = await measureRates(bench, names, Number(values.rounds), round);
  report.result(rateFigures(rates), rateLines(rates));
});
