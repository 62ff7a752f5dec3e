import { parseArgs } from 'node:util';
import { createReport } from './harness/report.ts';
import { median, quantile, rounded } from './harness/statistics.ts';
import { latencies, requireAllArrived } from './referral/arrivals.ts';
import { bareQueuePerSecond } from './referral/bareQueue.ts';
import { ceiling, steady } from './referral/load.ts';
import { openParties, type Parties } from './referral/parties.ts';
import { referrals, SENDERS } from './referral/sender.ts';
import { startReferralSystem } from './referral/system.ts';

/**
 * npm run bench:referral [-- --json --rounds 3]: referrals per second from the women's federation to the prosecutors
 * through the real exchange, and the time from commit to commit at half of that rate, beside the job queue alone.
 * A referral counts as done when the receipt is back at the sender: then nothing of it is left in any queue.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '3' } },
});
const LOOP = { underWay: 100, beginners: SENDERS, warmUpSeconds: 1.5, seconds: 5 };
const QUEUE_LOOP = { ...LOOP, warmUpSeconds: 1, seconds: 3 };
const STEADY_SECONDS = 8;

interface Figures {
  perSecond: number;
  queuePerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

const report = createReport(values.json);
const rounds: Figures[] = [];
const system = await startReferralSystem();
try {
  const parties = await openParties(system);
  try {
    while (rounds.length < Number(values.rounds)) {
      const figures = await measure(parties);
      rounds.push(figures);
      report.progress(`round ${rounds.length}: ${describe(figures)}`);
    }
    const { arrived, entries } = await requireAllArrived(parties);
    report.progress(`${arrived} referrals arrived, each once; the ledger's ${entries} entries verify.`);
  } finally {
    await parties.close();
  }
} finally {
  await system.stop();
}

const middle = (name: keyof Figures) => rounded(median(rounds.map((figures) => figures[name])), 1);
const found: Figures = {
  perSecond: middle('perSecond'),
  queuePerSecond: middle('queuePerSecond'),
  p50Ms: middle('p50Ms'),
  p99Ms: middle('p99Ms'),
};
report.result({ ...found }, [
  `Referrals sustained           ${found.perSecond} per second`,
  `The job queue alone           ${found.queuePerSecond} jobs per second; a referral is four jobs, with two envelopes sealed, signed, checked and entered in the ledger`,
  `Commit at the sender to visible at the receiver, at half of the sustained rate`,
  `                              p50 ${found.p50Ms} ms, p99 ${found.p99Ms} ms (p99 is to be below 1000 ms)`,
]);

async function measure(parties: Parties): Promise<Figures> {
  const { sender, receiver } = parties;
  // The system's own worker rests meanwhile: it would be woken by each job of the bare queue.
  const queuePerSecond = await bareQueuePerSecond(sender.db, system.databaseUrl('womens-federation'), QUEUE_LOOP);
  const worker = await system.startWorker();
  try {
    const perSecond = await ceiling(await referrals(sender, 500), LOOP);
    const half = perSecond / 2;
    const ids = await steady(await referrals(sender, Math.ceil(half * STEADY_SECONDS)), half, STEADY_SECONDS);
    const ms = await latencies(sender.db, receiver, ids);
    return { perSecond, queuePerSecond, p50Ms: quantile(ms, 0.5), p99Ms: quantile(ms, 0.99) };
  } finally {
    await worker.stop();
  }
}

function describe({ perSecond, queuePerSecond, p50Ms, p99Ms }: Figures): string {
  const [rate, queue, half, p50, p99] = [perSecond, queuePerSecond, perSecond / 2, p50Ms, p99Ms].map((value) =>
    rounded(value, 1),
  );
  return `${rate} referrals/s, the queue alone ${queue} jobs/s; at ${half} referrals/s p50 ${p50} ms, p99 ${p99} ms`;
}
