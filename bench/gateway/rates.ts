import type { Round } from '../harness/load.ts';
import { median } from '../harness/statistics.ts';
import type { Bench } from './bench.ts';
import { type Compared, compareAnswers } from './compare.ts';
import { peakMiB } from './cores.ts';
import type { GatewayName } from './gateways.ts';
import { type Measured, measure } from './measure.ts';
import { OPERATION_NAMES, type OperationName, type Operations } from './operations.ts';
import type { RunningGateway } from './runningGateway.ts';

/** Medians of the rounds, by gateway. */
export type Medians = ReadonlyMap<GatewayName, Measured>;

/** What was measured in each round. */
export type Rounds = readonly ReadonlyMap<GatewayName, Measured>[];

export interface Rates {
  medians: Readonly<Record<OperationName, Medians>>;
  rounds: Readonly<Record<OperationName, Rounds>>;
  compared: Compared;
  peakMiB: ReadonlyMap<GatewayName, number>;
}

/** Before the first round: so long each, for the compiler in Node to have done its work. */
const WARM_UP_SECONDS = 3;
/** At the start of each turn: what others did to caches meanwhile is not measured. */
const TURN_SECONDS = 0.3;

/** How much is measured. */
export interface Extent extends Pick<Round, 'clients' | 'seconds'> {
  /** How often each gateway is started anew: processes of the same code differ by more than rounds of one do. */
  processes: number;
  /** Of each process. */
  rounds: number;
}

type Found = Record<OperationName, ReadonlyMap<GatewayName, Measured>[]>;

/** Requests per second of all gateways in alternating rounds, once their answers are found to be the same. */
export async function measureRates(
  bench: Bench,
  names: readonly GatewayName[],
  operations: Operations,
  extent: Extent,
): Promise<Rates> {
  const rounds: Found = { heavy: [], light: [] };
  const peaks = new Map<GatewayName, number>();
  let compared: Compared = { heavy: new Map(), light: new Map() };
  for (let nth = 1; nth <= extent.processes; nth += 1) {
    const gateways: RunningGateway[] = [];
    for (const name of names) gateways.push(await bench.start(name));
    compared = await compareAnswers(gateways, operations, bench.subgraphs, extent.clients);
    bench.report.progress(`${names.join(', ')} give the same answers (process ${nth} of ${extent.processes} each).`);
    const found = await measureProcesses(bench, gateways, operations, compared, extent);
    for (const operation of OPERATION_NAMES) rounds[operation].push(...found[operation]);
    for (const { name, pid } of gateways) peaks.set(name, Math.max(peaks.get(name) ?? 0, peakMiB(pid)));
    await Promise.all(gateways.map((gateway) => gateway.stop()));
  }
  return {
    medians: { heavy: mediansOf(names, rounds.heavy), light: mediansOf(names, rounds.light) },
    rounds,
    compared,
    peakMiB: peaks,
  };
}

async function measureProcesses(
  { report, subgraphs }: Bench,
  gateways: readonly RunningGateway[],
  operations: Operations,
  compared: Compared,
  { clients, seconds, rounds }: Extent,
): Promise<Found> {
  const found: Found = { heavy: [], light: [] };
  const turn = (gateway: RunningGateway, operation: OperationName, round: Round) =>
    measure(gateway, operations[operation], compared[operation].get(gateway.name)?.bytes ?? [], subgraphs, round);
  const measureRound = async (operation: OperationName, round: number) => {
    const warmUpSeconds = round === 0 ? WARM_UP_SECONDS : TURN_SECONDS;
    const measured = new Map<GatewayName, Measured>();
    for (const gateway of inTurn(gateways, round))
      measured.set(gateway.name, await turn(gateway, operation, { clients, seconds, warmUpSeconds }));
    const rates = [...measured].map(([name, { perSecond }]) => `${name} ${Math.round(perSecond)}`);
    report.progress(`${round === 0 ? 'warm-up' : `round ${round}`}, ${operation}: ${rates.join(', ')} a second`);
    return measured;
  };
  for (let round = 0; round <= rounds; round += 1) {
    for (const operation of OPERATION_NAMES) {
      const measured = await measureRound(operation, round);
      if (round > 0) found[operation].push(measured);
    }
  }
  return found;
}

/** Each round begins with the next. */
function inTurn<Item>(items: readonly Item[], round: number): Item[] {
  const first = round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

function mediansOf(names: readonly GatewayName[], rounds: Rounds): Medians {
  return new Map(
    names.map((name) => {
      const its = rounds.flatMap((round) => round.get(name) ?? []);
      const middle = (what: keyof Measured) => median(its.map((measured) => measured[what]));
      return [
        name,
        {
          perSecond: middle('perSecond'),
          p50Ms: middle('p50Ms'),
          p99Ms: middle('p99Ms'),
          answers: middle('answers'),
          processorMs: middle('processorMs'),
          fetches: middle('fetches'),
          busy: middle('busy'),
          loadBusy: middle('loadBusy'),
        },
      ];
    }),
  );
}
