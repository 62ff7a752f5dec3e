import { parseArgs } from 'node:util';
import { verifyLedger } from '../subgraphs/exchange/relay/ledger.ts';
import { connectDatabase } from '../subgraphs/kit/database.ts';
import { registerCase } from '../test/harness/register.ts';
import { latencies, requireAllArrived } from './referral/arrivals.ts';
import { bareQueuePerSecond } from './referral/bareQueue.ts';
import { ceiling, steady, type Work } from './referral/load.ts';
import { createSender, SENDERS } from './referral/sender.ts';
import { startReferralSystem } from './referral/system.ts';
import { createReport } from './report.ts';
import { median, quantile, rounded } from './statistics.ts';

/**
 * npm run bench:referral [-- --json --rounds 3]: referrals per second from the women's federation to the prosecutors
 * through the real exchange, and the time from commit to commit at half of that rate, beside the job queue alone.
 * A referral counts as done when the receipt is back at the sender: then nothing of it is left in any queue.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '3' } },
});
const LOOP = { underWay: 100, beginners: SENDERS, warmUpSeconds: 1.5, seconds: 6 };
const QUEUE_LOOP = { ...LOOP, warmUpSeconds: 1, seconds: 4 };
const STEADY_SECONDS = 10;
const CASES = 200;

const report = createReport(values.json);
const found = { perSecond: [], queuePerSecond: [], p50Ms: [], p99Ms: [] } as Record<string, number[]>;
const system = await startReferralSystem();
const receiver = connectDatabase(system.databaseUrl('prosecutors'), 2);
const exchange = connectDatabase(system.databaseUrl('exchange'), 2);
const caseIds: string[] = [];
for (let serial = 1; serial <= CASES; serial += 1)
  caseIds.push((await registerCase(system.databaseUrl('exchange'), serial)).id);
const sender = await createSender(system.config, system.databaseUrl('womens-federation'), caseIds);
try {
  for (let round = 1; round <= Number(values.rounds); round += 1) await measure(round);
  const arrived = await requireAllArrived(sender.db, receiver);
  const { intact, entries, fault } = await verifyLedger(exchange);
  if (!intact) throw new Error(`The ledger does not verify: ${fault}`);
  report.progress(`${arrived} referrals arrived, each once; the ledger's ${entries} entries verify.`);
} finally {
  await Promise.all([sender.close(), receiver.destroy(), exchange.destroy()]);
  await system.stop();
}

const of = (name: string, decimals: number) => rounded(median(found[name] ?? []), decimals);
const figures = {
  perSecond: of('perSecond', 1),
  queuePerSecond: of('queuePerSecond', 1),
  p50Ms: of('p50Ms', 1),
  p99Ms: of('p99Ms', 1),
};
report.result(figures, [
  `Referrals sustained          ${figures.perSecond} per second`,
  `The bare job queue           ${figures.queuePerSecond} jobs per second (${rounded(figures.queuePerSecond / figures.perSecond, 1)} to 1; a referral is four jobs)`,
  `Commit at the sender to visible at the receiver, at half of that rate`,
  `                             p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms (p99 below 1000 ms)`,
]);

async function measure(round: number): Promise<void> {
  const queuePerSecond = await bareQueuePerSecond(sender.db, system.databaseUrl('womens-federation'), QUEUE_LOOP);
  const worker = await system.startWorker();
  try {
    const perSecond = await ceiling(await referrals(4_000), LOOP);
    const ids = await steady(await referrals(4_000), perSecond / 2, STEADY_SECONDS);
    const ms = await latencies(sender.db, receiver, ids);
    const [p50Ms, p99Ms] = [quantile(ms, 0.5), quantile(ms, 0.99)];
    for (const [name, value] of Object.entries({ perSecond, queuePerSecond, p50Ms, p99Ms })) found[name]?.push(value);
    report.progress(
      `round ${round}: ${rounded(perSecond, 1)} referrals/s, bare queue ${rounded(queuePerSecond, 1)} jobs/s; ` +
        `at ${rounded(perSecond / 2, 1)}/s p50 ${rounded(p50Ms, 1)} ms, p99 ${rounded(p99Ms, 1)} ms (${ms.length})`,
    );
  } finally {
    await worker.stop();
  }
}

/** Referrals of drafts that are recorded beforehand, some at a time. */
async function referrals(most: number): Promise<Work> {
  const drafts = await sender.recordLeads(most);
  return {
    async begin() {
      const leadId = drafts.pop();
      if (!leadId) throw new Error('No drafts are left.');
      return sender.refer(leadId);
    },
    finished: async (ids) =>
      sender
        .db('referrals')
        .whereIn('id', [...ids])
        .whereNot('status', 'SENT')
        .pluck('id'),
  };
}
