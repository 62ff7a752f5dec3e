import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { playFaults } from './play.ts';

/**
 * npm run test:faults [-- --json] [--seed <text>] [--referrals 300] [--kills 5] [--victim <part> …]: the long form of the fault test. Progress
 * goes to standard error; with --json the last line is one object.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: randomBytes(4).toString('hex') },
    referrals: { type: 'string', default: '300' },
    kills: { type: 'string', default: '5' },
    victim: { type: 'string', multiple: true },
  },
});
const tell = (line: string) => console.error(line);

tell(`Seed ${values.seed}; again with: npm run test:faults -- --seed ${values.seed}`);
const report = await playFaults({
  referrals: Number(values.referrals),
  killsEach: Number(values.kills),
  ...(values.victim && { victims: values.victim }),
  seed: values.seed,
  pace: { between: [1_000, 5_000], down: [0, 3_000] },
  atOnce: 16,
  killingMs: 240_000,
  stepPatienceMs: 120_000,
  limitMs: 330_000,
  settleMs: 90_000,
  onProgress: tell,
});
for (const fault of report.faults) tell(fault);
if (report.kept) tell(`Databases and logs are kept in ${report.kept}`);
if (values.json) console.log(JSON.stringify(report));
else console.log(report);
process.exit(report.faults.length === 0 ? 0 : 1);
