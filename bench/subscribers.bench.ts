import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { seeingAllRows } from '../subgraphs/kit/database/rowScope.ts';
import { createReport } from './harness/report.ts';
import { quantile, rounded } from './harness/statistics.ts';
import { gather } from './subscribers/crowd.ts';
import { startSubscriberSystem } from './subscribers/system.ts';

/**
 * npm run bench:subscribers [-- --json --count 2000 --seconds 40]: so many subscribers on one gateway process who are told
 * nothing for a while: what each takes of its memory, whether signs of life come, whether it still answers queries; then one
 * event for half of them.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    count: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '40' },
  },
});
const count = Number(values.count);
const idleMs = Number(values.seconds) * 1000;

const OFFICERS = ['womens-federation.shenyang.officer', 'womens-federation.shenyang.supervisor'];
const OTHERS = [
  'police.shenyang.officer',
  'courts.shenyang.judge',
  'justice.shenyang.officer',
  'prosecutors.shenyang.prosecutor',
];
const CHANGES = JSON.stringify({
  query: 'subscription { aidLeadChanged { cursor action aidLead { number status } } }',
});
const EVENTS = JSON.stringify({ query: 'subscription { referralEvents { cursor action referral { id status } } }' });
const LIST = JSON.stringify({ query: '{ aidLeads(first: 20) { edges { node { id number status } } } }' });
const QUERIES = 400;
const TOLD_WITHIN_MS = 30_000;

const report = createReport(values.json);
const system = await startSubscriberSystem();
try {
  const tokens = new Map(
    await Promise.all([...OFFICERS, ...OTHERS].map(async (name) => [name, await system.token(name)] as const)),
  );
  const tokenOf = (names: readonly string[], number: number) =>
    tokens.get(names[number % names.length] as string) as string;
  const pid = system.gateway.process.pid as number;
  const memory = async () => ({ heap: await system.heap.inUseMiB(pid), resident: residentMiB(pid) });

  // What is made once is made, and does not count as a subscriber's.
  (await gather(system.url, 20, (number) => ({ token: tokenOf(OFFICERS, number), body: CHANGES }))).leave();
  (await gather(system.url, 20, (number) => ({ token: tokenOf(OTHERS, number), body: EVENTS }))).leave();
  await latencies(tokenOf(OFFICERS, 0));
  await sleep(1_000);
  const without = { ...(await memory()), ...(await latencies(tokenOf(OFFICERS, 0))) };
  report.progress(`nobody follows: ${describe(without)}`);

  const crowd = await gather(system.url, count, (number) =>
    number % 2 === 0
      ? { token: tokenOf(OFFICERS, number / 2), body: CHANGES }
      : { token: tokenOf(OTHERS, number), body: EVENTS },
  );
  const begun = crowd.followers.map(({ beats }) => beats);
  report.progress(`${count} follow`);
  await sleep(idleMs);
  const beats = crowd.followers.map((follower, index) => follower.beats - (begun[index] ?? 0));
  const withCrowd = { ...(await memory()), ...(await latencies(tokenOf(OFFICERS, 0))) };
  report.progress(
    `after ${values.seconds} s: ${describe(withCrowd)}; signs of life: ${Math.min(...beats)} to ${Math.max(...beats)} each`,
  );

  const early = crowd.followers.filter((follower) => follower.told.length > 0).length;
  const committed = await changeSomeLead(system.federationUrl);
  const until = performance.now() + TOLD_WITHIN_MS;
  const told = () => crowd.followers.filter((follower) => follower.told.length > 0);
  while (told().length < Math.ceil(count / 2) && performance.now() < until) await sleep(20);
  const delays = told().map(({ told: [at = 0] }) => at - committed);
  const lost = crowd.followers.filter(({ hasEnded }) => hasEnded).length;
  crowd.leave();
  await sleep(2_000);
  const left = await memory();

  const kibOf = (part: 'heap' | 'resident') => ((withCrowd[part] - without[part]) * 1024) / count;
  const figures = {
    subscribers: count,
    residentKib: rounded(kibOf('resident'), 1),
    heapKib: rounded(kibOf('heap'), 1),
    leftHeapKib: rounded(((left.heap - without.heap) * 1024) / count, 1),
    leastBeats: Math.min(...beats),
    lost,
    told: delays.length,
    firstToldMs: rounded(Math.min(...delays), 0),
    lastToldMs: rounded(Math.max(...delays), 0),
    queryP50Ratio: rounded(withCrowd.p50 / without.p50, 2),
    queryP99Ratio: rounded(withCrowd.p99 / without.p99, 2),
  };
  report.result(figures, [
    `${count} subscribers: ${figures.residentKib} KiB each of the gateway's resident memory, ${figures.heapKib} KiB of its heap; ${figures.leftHeapKib} KiB of heap when they have left.`,
    `Signs of life in ${values.seconds} s: at least ${figures.leastBeats} each; ${lost} streams lost.`,
    `A page of leads takes ${figures.queryP50Ratio} times as long in the middle, ${figures.queryP99Ratio} times at the 99th percentile.`,
    `One event for ${figures.told} of them: after ${figures.firstToldMs} ms for the first, ${figures.lastToldMs} ms for the last.`,
  ]);
  if (lost > 0 || early > 0 || figures.leastBeats === 0 || figures.told !== Math.ceil(count / 2)) process.exitCode = 1;
} finally {
  await system.stop();
}

/** Milliseconds of the same page, asked for one after the other. */
async function latencies(token: string): Promise<{ p50: number; p99: number }> {
  const all: number[] = [];
  for (let each = 0; each < QUERIES; each += 1) {
    const since = performance.now();
    const response = await fetch(system.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: LIST,
    });
    const { data } = (await response.json()) as { data: { aidLeads: { edges: unknown[] } } };
    if (data.aidLeads.edges.length !== 20) throw new Error('Not the page that was asked for.');
    all.push(performance.now() - since);
  }
  return { p50: quantile(all, 0.5), p99: quantile(all, 0.99) };
}

/** @returns when it was committed, by performance.now() */
async function changeSomeLead(federationUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: seeingAllRows(federationUrl) });
  await client.connect();
  try {
    await client.query(
      `insert into aid_lead_changes (aid_lead_id, action, status, version, at)
       select id, 'VISIT', 'DRAFT', 0, now() from aid_leads where region_code like '2101%' limit 1`,
    );
    return performance.now();
  } finally {
    await client.end();
  }
}

function residentMiB(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

function describe({ heap, resident, p50, p99 }: Record<'heap' | 'resident' | 'p50' | 'p99', number>): string {
  return `${heap.toFixed(1)} MiB of heap in use, ${resident.toFixed(1)} MiB resident; a page of leads p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
}
