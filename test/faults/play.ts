import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../demo/random.ts';
import { createPeople } from '../../demo/story/people.ts';
import type { Config } from '../../runtime/config.ts';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger.ts';
import { connectDatabase } from '../../subgraphs/kit/database.ts';
import { recordWage, registerCase } from '../harness/register.ts';
import { CLAIMS, type Lived } from './claims.ts';
import { createHome } from './home.ts';
import { createInsisting, type Insisting } from './insist.ts';
import { killByPlan, type Pace, planKills } from './killer.ts';
import { createTally, type Lead, liveLead, pathOf, type Tally } from './lives.ts';
import { startParts, stopParts } from './parts.ts';
import { countUnderWay, readRecords } from './records.ts';

export interface FaultsOptions {
  /** Leads that are recorded and referred. */
  referrals: number;
  /** How often each part is killed. */
  killsEach: number;
  /** Parts that are killed; every one unless given. */
  victims?: readonly string[];
  /** Of the order and the times of the kills. */
  seed: string;
  pace: Pace;
  /** Leads whose lives go on at the same time. */
  atOnce: number;
  /** How long one step may take, all its tries together. */
  stepPatienceMs: number;
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
  /** Requests that people had to make again. */
  retries: number;
  ledgerEntries: number;
  ledgerIntact: boolean;
  /** What is wrong: claims that are broken, and by what; parts that ended by themselves; steps that were never done. */
  faults: string[];
  /** Where databases and logs of the parts are kept; null where all is well and they are gone. */
  kept: string | null;
}

const PROGRESS_MS = 3_000;
const SHOWN_OF_A_CLAIM = 5;

/** Lives so many leads while every part is killed again and again, then looks whether anything is lost, double or broken. */
export async function playFaults(options: FaultsOptions): Promise<FaultsReport> {
  const since = Date.now();
  const home = await createHome();
  const { config } = home;
  const parts = await startParts(home);
  const victims = parts.filter(({ name }) => options.victims?.includes(name) ?? true);
  const plan = planKills(victims, options.killsEach, options.pace, createRandom(options.seed));
  const tally = createTally();
  const faults: string[] = [];
  const lived: Lived[] = [];
  let killed = 0;
  const progress = setInterval(() => {
    const down = parts.filter((part) => !part.isUp()).map(({ name }) => name);
    options.onProgress?.(
      `${seconds(since)} s: made ${tally.referred} · received ${tally.received} · concluded ${tally.concluded} · finished ${tally.finished} of ${options.referrals} · kills ${killed} of ${plan.length}${down.length > 0 ? ` · down: ${down.join(', ')}` : ''}`,
    );
  }, PROGRESS_MS);
  try {
    const leads = await prepareLeads(config, options.referrals);
    const people = createInsisting(peopleOf(config), options.stepPatienceMs);
    const mayBegin = (index: number) => killed >= (index / leads.length) * plan.length - 1;
    await Promise.all([
      killByPlan(plan, (done) => {
        killed = done;
      }),
      liveAll(leads, options.atOnce, mayBegin, people, tally, lived, faults),
    ]);
    const settledAt = Date.now();
    await settle(config, options.settleMs, faults);
    const settledSeconds = seconds(settledAt);
    const { intact, entries, fault } = await verify(config);
    if (!intact) faults.push(`the ledger's chain is broken: ${fault}`);
    const records = await readRecords(config);
    for (const claim of CLAIMS) {
      const broken = claim.brokenBy(records, lived);
      if (broken.length > 0)
        faults.push(`not so: ${claim.says} (${broken.length}: ${broken.slice(0, SHOWN_OF_A_CLAIM).join('; ')})`);
    }
    faults.push(...parts.flatMap(({ ownEnds }) => ownEnds));
    return {
      seed: options.seed,
      referrals: options.referrals,
      seconds: seconds(since),
      settledSeconds,
      ...tally,
      kills: Object.fromEntries(parts.map(({ name, kills }) => [name, kills])),
      killsTotal: killed,
      retries: people.retries,
      ledgerEntries: entries,
      ledgerIntact: intact,
      faults,
      kept: faults.length > 0 ? home.folder : null,
    };
  } finally {
    clearInterval(progress);
    await stopParts(parts);
    if (faults.length === 0) home.remove();
  }
}

/** A registered case for each lead, and the wage that a proposal is checked against. */
async function prepareLeads(config: Config, count: number): Promise<Lead[]> {
  await recordWage(databaseUrlOf(config, 'prosecutors') ?? '');
  const leads: Lead[] = [];
  for (let serial = 1; serial <= count; serial += 1) {
    const { number } = await registerCase(databaseUrlOf(config, 'exchange') ?? '', serial);
    leads.push({ serial, path: pathOf(serial), caseNumber: number });
  }
  return leads;
}

function peopleOf({ urls, oidc, demoPassword }: Config) {
  return createPeople({
    gatewayUrl: urls.gateway ?? '',
    issuer: oidc.issuer,
    audience: oidc.audience,
    password: demoPassword,
    language: 'en',
  });
}

/** So many lives at once; they begin in step with the kills, so that none is without its dangers. */
async function liveAll(
  leads: readonly Lead[],
  atOnce: number,
  mayBegin: (index: number) => boolean,
  people: Insisting,
  tally: Tally,
  lived: Lived[],
  faults: string[],
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let lead = leads[next]; lead; lead = leads[next]) {
      const index = next;
      next += 1;
      while (!mayBegin(index)) await sleep(50);
      try {
        await liveLead(lead, people, tally, (id) => lived.push({ lead, id }));
      } catch (error) {
        faults.push(`lead ${lead.serial} (${lead.path}): ${(error as Error).message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function settle(config: Config, patienceMs: number, faults: string[]): Promise<void> {
  const since = Date.now();
  for (;;) {
    const underWay = await countUnderWay(config);
    if (underWay === 0) break;
    if (Date.now() - since > patienceMs) {
      faults.push(`${underWay} messages are still under way after ${patienceMs} ms`);
      break;
    }
    await sleep(250);
  }
  // The last answer is there before the job that asked for it is cleared away.
  await sleep(1_000);
}

async function verify(config: Config) {
  const db = connectDatabase(databaseUrlOf(config, 'exchange') ?? '', 1);
  try {
    return await verifyLedger(db);
  } finally {
    await db.destroy();
  }
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 100) / 10;
}
