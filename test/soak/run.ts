import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startCluster } from '../harness/cluster.ts';
import { soak } from './soak.ts';

/**
 * npm run test:soak [-- --json] [--minutes 10] [--seed <text>]: requests all the time while subgraphs are killed, stopped, slowed and made to lie.
 * Progress goes to standard error; with --json the last line is one object. Ends with 1 where a request was lost, an answer was not honest, or memory has grown.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: randomBytes(4).toString('hex') },
  },
});
/** Growth that is none: the compiler and the collector still move this much when all is warm. */
const SLACK = 1.1;
const SLACK_MB = 2;

const tell = (line: string) => console.error(line);
tell(`Seed ${values.seed}; again with: npm run test:soak -- --seed ${values.seed}`);
const cluster = await startCluster();
const report = await soak({ seconds: Number(values.minutes) * 60, seed: values.seed, onProgress: tell }).finally(() =>
  cluster.stop(),
);
const { samples, ...rest } = report;
for (const fault of report.faults) tell(fault);
console.log(values.json ? JSON.stringify(rest) : rest);
const lost = report.asked - report.whole - report.partial - report.left;
const isGrowing = report.lateMb > report.earlyMb * SLACK + SLACK_MB;
if (isGrowing) tell(`Memory grows: ${report.earlyMb} MB early, ${report.lateMb} MB late.`);
process.exit(report.faults.length > 0 || lost > 0 || isGrowing ? 1 : 0);
