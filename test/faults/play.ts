import { createRandom } from '../../demo/world/random.ts';
import { type Crowd, liveAll, peopleOf, prepareLeads } from './crowd.ts';
import { createHome, type FaultHome } from './home.ts';
import { createInsisting } from './insist.ts';
import { judge } from './judge.ts';
import { killByPlan, type Pace, planKills } from './killer.ts';
import { createTally, type Tally } from './lives.ts';
import type { PartProcess } from './partProcess.ts';
import { startParts, stopParts } from './parts.ts';

export interface FaultsOptions {
  /** Leads that are recorded and referred. */
  referrals: number;
  /** How often each part is killed, at least. */
  killsEach: number;
  /** Parts that are killed; every one unless given. */
  victims?: readonly string[];
  /** Of the order and the times of the kills. */
  seed: string;
  pace: Pace;
  /** Leads whose lives go on at the same time. */
  atOnce: number;
  /** How long, from the beginning, the kills may wait for the leads; afterwards they come by their own pace. */
  killingMs: number;
  /** How long one step may take, all its tries together. */
  stepPatienceMs: number;
  /** When, from the beginning, every step that is not done is given up. */
  limitMs: number;
  /** How long messages may travel after the last kill and the last step. */
  settleMs: number;
  /** Told every few seconds how far it is. */
  onProgress?: (line: string) => void;
}

export interface FaultsReport extends Tally {
  seed: string;
  referrals: number;
  seconds: number;
  /** From the last kill and the last step until no message was under way. */
  settledSeconds: number;
  kills: Record<string, number>;
  killsTotal: number;
  /** Leads referred before the last kill. */
  referredUnderFire: number;
  /** Requests that people had to make again. */
  retries: number;
  ledgerEntries: number;
  ledgerIntact: boolean;
  /** What is wrong: claims that are broken, and by what; parts that ended by themselves; steps that were never done. */
  faults: string[];
  /** Where databases and logs of the parts are kept; null where all is well and they are gone. */
  kept: string | null;
}

/** A kill between a commit and its answer is rare, and what must come of it must not be: so answers are lost on purpose. */
const LOST_ANSWERS = 0.1;

/** Lives so many leads while every part is killed again and again, then looks whether anything is lost, double or broken. */
export async function playFaults(options: FaultsOptions): Promise<FaultsReport> {
  const since = Date.now();
  const home = await createHome();
  try {
    const parts = await startParts(home);
    try {
      const report = await playWith(parts, home, options, since);
      if (report.faults.length > 0) return { ...report, kept: home.folder };
      await stopParts(parts);
      home.remove();
      return report;
    } finally {
      await stopParts(parts);
    }
  } catch (error) {
    throw new Error(`The play broke off; databases and logs are kept in ${home.folder}`, { cause: error });
  }
}

async function playWith(
  parts: readonly PartProcess[],
  home: FaultHome,
  options: FaultsOptions,
  since: number,
): Promise<FaultsReport> {
  const { config } = home;
  const victims = parts.filter(({ name }) => options.victims?.includes(name) ?? true);
  const plan = planKills(victims, options.killsEach, options.pace, createRandom(options.seed));
  const luck = createRandom(`answers of ${options.seed}`);
  const people = createInsisting(peopleOf(config), {
    patienceMs: options.stepPatienceMs,
    until: since + options.limitMs,
    losesAnswer: () => luck.chance(LOST_ANSWERS),
  });
  const crowd: Crowd = { leads: await prepareLeads(config, options.referrals), lived: [], faults: [] };
  const tally = createTally();
  let killed = 0;
  let referredUnderFire = 0;

  const progress = watch(() => {
    const down = parts.filter((part) => !part.isUp()).map(({ name }) => name);
    options.onProgress?.(
      `${secondsSince(since)} s: made ${tally.referred} · received ${tally.received} · concluded ${tally.concluded} · finished ${tally.finished} of ${options.referrals} · kills ${killed} of ${plan.length}${down.length > 0 ? ` · down: ${down.join(', ')}` : ''}`,
    );
  });
  // Leads and kills go on in step: neither is done while the other still has far to go.
  const perKill = options.referrals / plan.length;
  await Promise.all([
    killByPlan(plan, {
      mayKill: (index) => tally.referred >= (index - 1) * perKill || Date.now() - since > options.killingMs,
      onKill: (done) => {
        killed = done;
        referredUnderFire = tally.referred;
      },
    }),
    liveAll(crowd, options.atOnce, (index) => index < (killed + 2) * perKill, people, tally),
  ]).finally(() => clearInterval(progress));

  const judged = await judge(config, crowd, options.settleMs);
  return {
    seed: options.seed,
    referrals: options.referrals,
    seconds: secondsSince(since),
    ...judged,
    ...tally,
    kills: Object.fromEntries(parts.map(({ name, kills }) => [name, kills])),
    killsTotal: parts.reduce((sum, { kills }) => sum + kills, 0),
    referredUnderFire,
    retries: people.retries,
    faults: [...crowd.faults, ...parts.flatMap(({ ownEnds }) => ownEnds), ...judged.faults],
    kept: null,
  };
}

const PROGRESS_MS = 3_000;

function watch(tell: () => void): NodeJS.Timeout {
  return setInterval(tell, PROGRESS_MS);
}

function secondsSince(moment: number): number {
  return Math.round((Date.now() - moment) / 100) / 10;
}
