import { parseArgs } from 'node:util';
import { createReport } from './harness/report.ts';
import { median, rounded } from './harness/statistics.ts';
import { type Client, createClient } from './trust/client.ts';
import { alternating, milliseconds, perSecond } from './trust/load.ts';
import { prepareQuestions } from './trust/prepare.ts';
import type { Question } from './trust/questions.ts';
import { startTrustSystem, type Which } from './trust/system.ts';

/**
 * npm run bench:trust [-- --json --rounds 7]: what sharing rules, the trail of disclosures and row-level security cost, as
 * ratios against the same queries over the same databases without them, in one run. Each ratio is the worse of two: of
 * latencies with one client, and of answers per second with eight.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '7' } },
});
/** What issue 3 allows for the view of a case. */
const MOST = 1.3;
/** As `npm start` loads it. */
const DEMO = { cases: 5_000, leads: 2_000 };
const CLIENTS = 8;
const ROUND = { alone: 30, seconds: 2 };
const WARM_UP = { alone: 30, seconds: 2 };

/** Eight clients ask one set and then the other in slices, so that both have the same of whatever else the machine does. */
const SLICES = 4;

/** Of one question in one round. */
interface Figures {
  /** Median milliseconds with one client. */
  ms: Record<Which, number>;
  perSecond: Record<Which, number>;
}

const report = createReport(values.json);
const rounds = new Map<Question, Figures[]>();
const system = await startTrustSystem(DEMO);
try {
  const client = createClient(system);
  try {
    for (const question of await prepareQuestions(system, client, report)) rounds.set(question, []);
    for (const question of rounds.keys()) await measure(client, question, WARM_UP, ['with', 'without']);
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      for (const [question, figures] of rounds) {
        const order: Which[] = round % 2 === 0 ? ['with', 'without'] : ['without', 'with'];
        figures.push(await measure(client, question, ROUND, order));
        report.progress(`round ${round}, ${question.name}: ${describe(figures.slice(-1))}`);
      }
    }
  } finally {
    await client.close();
  }
} finally {
  await system.stop();
}

const worst = (figures: readonly Figures[]) => rounded(Math.max(...ratiosOf(figures)), 2);
report.result(
  Object.fromEntries([...rounds].map(([{ name }, figures]) => [`${name}Ratio`, worst(figures)])),
  [...rounds].flatMap(([{ name, what }, figures]) => [
    `${what.padEnd(40)} ${worst(figures)} times${name === 'caseView' ? ` (at most ${MOST})` : ''}`,
    `  ${describe(figures)}`,
  ]),
);

async function measure(
  client: Client,
  question: Question,
  { alone, seconds }: typeof ROUND,
  order: readonly Which[],
): Promise<Figures> {
  const ask = (which: Which) => () => client.ask(which, question, question.next());
  const ms = await alternating(order, alone, (which) => milliseconds(ask(which)));
  const rates = await alternating(order, SLICES, (which) => perSecond(ask(which), CLIENTS, seconds / SLICES));
  return { ms: middles(ms), perSecond: middles(rates) };
}

/**
 * How many times as long one client waits, and how many times as many answers a second there are without: in each round,
 * and of these the median. What else the machine does in a round meets both sides of it.
 */
function ratiosOf(figures: readonly Figures[]): [latency: number, rate: number] {
  return [
    median(figures.map(({ ms }) => ms.with / ms.without)),
    median(figures.map(({ perSecond }) => perSecond.without / perSecond.with)),
  ];
}

function describe(figures: readonly Figures[]): string {
  const ms = middles(figures.map(({ ms }) => ms));
  const rate = middles(figures.map(({ perSecond }) => perSecond));
  const [latencyRatio, rateRatio] = ratiosOf(figures).map((ratio) => rounded(ratio, 2));
  const [msWith, msWithout, rateWith, rateWithout] = [ms.with, ms.without, rate.with, rate.without].map((value) =>
    rounded(value, 1),
  );
  return `one client ${latencyRatio} (${msWith} ms, without ${msWithout}); ${CLIENTS} clients ${rateRatio} (${rateWith} a second, without ${rateWithout})`;
}

function middles(values: readonly Record<Which, number>[]): Record<Which, number> {
  return { with: median(values.map((value) => value.with)), without: median(values.map((value) => value.without)) };
}
