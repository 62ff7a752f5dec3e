import { parseArgs } from 'node:util';
import { createHome } from './harness/home.ts';
import { createReport } from './harness/report.ts';
import { median, rounded } from './harness/statistics.ts';
import type { Run } from './start/run.ts';
import { startAndStop } from './start/run.ts';

/**
 * npm run bench:start [-- --json --cold 1 --warm 3 --no-demo]: from `npm start` to the first answered query, with
 * nothing there (cold) and with the data of an earlier start (warm), each stopped by Ctrl-C. Medians.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cold: { type: 'string', default: '1' },
    warm: { type: 'string', default: '3' },
    'no-demo': { type: 'boolean', default: false },
  },
});
/** What issue 2 allows, in seconds on two cores. */
const MOST = { cold: 15, warm: 6 };

const report = createReport(values.json);
const runs: Record<'cold' | 'warm', Run[]> = { cold: [], warm: [] };
let home = await createHome('start');
try {
  for (let run = 0; run < Number(values.cold); run += 1) {
    if (run > 0) {
      home.remove();
      home = await createHome('start');
    }
    await measure('cold');
  }
  for (let run = 0; run < Number(values.warm); run += 1) await measure('warm');
} finally {
  home.remove();
}

const middle = (kind: 'cold' | 'warm', what: (run: Run) => number) => median(runs[kind].map(what));
const figures = {
  coldSeconds: rounded(
    middle('cold', (run) => run.seconds),
    2,
  ),
  warmSeconds: rounded(
    middle('warm', (run) => run.seconds),
    2,
  ),
};
report.result(figures, [
  `Cold start to the first answered query  ${figures.coldSeconds} s (at most ${MOST.cold} s)`,
  `Warm start to the first answered query  ${figures.warmSeconds} s (at most ${MOST.warm} s)`,
  `Ctrl-C to the end                       ${rounded(
    middle('warm', (run) => run.stopSeconds),
    2,
  )} s, no process left`,
]);

async function measure(kind: 'cold' | 'warm'): Promise<void> {
  const run = await startAndStop(home, !values['no-demo']);
  runs[kind].push(run);
  const phases = [...run.phases].map(([what, at]) => `${what} ${at.toFixed(2)}`).join(', ');
  report.progress(
    `${kind}: ${run.seconds.toFixed(2)} s (${phases}); ${run.leads} leads on the page; ` +
      `${run.processes} processes ended in ${run.stopSeconds.toFixed(2)} s`,
  );
}
