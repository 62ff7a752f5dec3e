import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphqlAnswer } from '../../demo/story/people.ts';
import { createRandom, type Random } from '../../demo/world/random.ts';
import { freePort } from '../harness/freePort.ts';
import { dishonestIn } from '../outages/honesty.ts';
import { startOutageSystem } from '../outages/outageSystem.ts';
import { growthOf, type HeapSample, heapEnv, sampleHeap } from './heap.ts';
import { bringOutages } from './outages.ts';
import { prepareQuestions, type Question } from './questions.ts';

export interface SoakOptions {
  seconds: number;
  /** Of what happens, and when. */
  seed: string;
  onProgress?: (line: string) => void;
}

export interface SoakReport {
  seed: string;
  seconds: number;
  asked: number;
  /** Answers with all that there is, and those where an agency is missing and said to be. */
  whole: number;
  partial: number;
  /** Callers who went away before their answer. */
  left: number;
  /** Requests without an answer, and answers that are not honest. */
  faults: string[];
  slowestMs: number;
  outages: Record<string, number>;
  /** Seconds until all was whole again after the last outage. */
  recoveredSeconds: number;
  /** The gateway's memory after its garbage is gone, early and late. */
  earlyMb: number;
  lateMb: number;
  samples: HeapSample[];
}

const VICTIMS = ['courts', 'police', 'justice'];
const CLIENTS = 6;
/** Milliseconds, at most, between an answer and a client's next question. */
const PAUSE_MS = 60;
const LEAVING = 0.03;
/** A request that is not answered by then is lost. */
const LOST_MS = 15_000;
const MOST_FAULTS = 50;
const SAMPLES = 30;
const RECOVERY_MS = 60_000;

/** Asks all the time while subgraphs are killed, stopped, slowed and made to lie, and looks whether each request gets an honest answer. */
export async function soak({ seconds, seed, onProgress }: SoakOptions): Promise<SoakReport> {
  const heapPort = await freePort();
  const outage = await startOutageSystem(
    VICTIMS,
    ['exchange', 'prosecutors', 'womens-federation'],
    {},
    { SUBGRAPH_TIMEOUT_MS: '1000', ...heapEnv(heapPort) },
  );
  try {
    const questions = await prepareQuestions(outage.system.people);
    const report: SoakReport = {
      ...{ seed, seconds, asked: 0, whole: 0, partial: 0, left: 0, faults: [], slowestMs: 0, outages: {} },
      ...{ recoveredSeconds: 0, earlyMb: 0, lateMb: 0, samples: [] },
    };
    const begun = Date.now();
    const until = begun + seconds * 1_000;
    const clients = Array.from({ length: CLIENTS }, async (_, index) => {
      const random = createRandom(`${seed} client ${index}`);
      while (Date.now() < until) {
        await askOne(random.pick(questions), random, report);
        await sleep(random.int(0, PAUSE_MS));
      }
    });
    const looking = (async () => {
      while (Date.now() < until) {
        await sleep((seconds * 1_000) / SAMPLES);
        const sample = await sampleHeap(heapPort);
        report.samples.push(sample);
        onProgress?.(
          `${Math.round((Date.now() - begun) / 1_000)} s: asked ${report.asked} · whole ${report.whole} · partial ${report.partial} · left ${report.left} · faults ${report.faults.length} · ${sample.heapMb} MB in use, ${sample.rssMb} MB in all`,
        );
      }
    })();
    const victims = VICTIMS.map((name) => outage.victims[name]).filter((victim) => victim !== undefined);
    await Promise.all([
      ...clients,
      looking,
      bringOutages(victims, createRandom(`${seed} outages`), until, (kind) => {
        report.outages[kind] = (report.outages[kind] ?? 0) + 1;
      }),
    ]);
    report.recoveredSeconds = await untilWhole(questions);
    return { ...report, ...growthOf(report.samples) };
  } finally {
    await outage.stop();
  }
}

async function askOne(question: Question, random: Random, report: SoakReport): Promise<void> {
  const { asker, document, variables, whole } = question;
  const fault = (what: string) => report.faults.length < MOST_FAULTS && report.faults.push(what);
  const leaving = random.chance(LEAVING) ? random.int(1, 300) : null;
  report.asked += 1;
  const begun = performance.now();
  try {
    const signal = AbortSignal.timeout(leaving ?? LOST_MS);
    const answer = await asker.answer(document, variables, signal);
    const dishonest = dishonestIn(answer, whole);
    for (const each of dishonest) fault(each);
    if (dishonest.length > 0) return;
    if (isWhole(answer, question)) report.whole += 1;
    else report.partial += 1;
  } catch (error) {
    if (leaving !== null && (error as Error).name === 'TimeoutError') report.left += 1;
    else fault(`no answer: ${(error as Error).name}`);
  } finally {
    report.slowestMs = Math.max(report.slowestMs, Math.round(performance.now() - begun));
  }
}

function isWhole({ data }: GraphqlAnswer<unknown>, { whole }: Question): boolean {
  return JSON.stringify(data) === JSON.stringify(whole);
}

/** @returns seconds */
async function untilWhole(questions: readonly Question[]): Promise<number> {
  const since = Date.now();
  for (const question of questions) {
    const { asker, document, variables } = question;
    for (;;) {
      if (isWhole(await asker.answer(document, variables), question)) break;
      if (Date.now() - since > RECOVERY_MS) throw new Error(`Not whole within ${RECOVERY_MS} ms of the last outage.`);
      await sleep(100);
    }
  }
  return Math.round((Date.now() - since) / 100) / 10;
}
