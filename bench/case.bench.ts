import { parseArgs } from 'node:util';
import { startCaseSystem } from './case/system.ts';
import { createReport } from './report.ts';

/**
 * npm run bench:case [-- --json --cases 100000 --rounds 5 --seconds 3 --clients 12]: the case view over all agencies, over
 * everything that `npm start` runs, beside a floor written by hand.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '100000' },
  },
});

const report = createReport(values.json);
const system = await startCaseSystem(Number(values.cases), report);
try {
  report.progress(`The demonstration is loaded: ${values.cases} cases.`);
} finally {
  await system.stop();
}
