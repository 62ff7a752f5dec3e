import type { Round } from '../load.ts';
import { median } from '../statistics.ts';
import type { Bench } from './bench.ts';
import { type Compared, compareAnswers } from './compare.ts';
import { peakMiB } from './cores.ts';
import type { GatewayName } from './gateways.ts';
import { type Measured, measure } from './measure.ts';
import type { OperationName, Operations } from './operations.ts';
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

/** Requests per second of all gateways in alternating rounds, once their answers are found to be the same. */
export async function measureRates(
  { report, subgraphs, start }: Bench,
  names: readonly GatewayName[],
  operations: Operations,
  rounds: number,
  { clients, seconds }: Pick<Round, 'clients' | 'seconds'>,
): Promise<Rates> {
  const gateways: RunningGateway[] = [];
  for (const name of names) gateways.push(await start(name));
  const compared = await compareAnswers(gateways, operations, subgraphs, clients);
  report.progress(`${names.join(', ')} give the same answers.`);

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
  const found: Record<OperationName, Map<GatewayName, Measured>[]> = { heavy: [], light: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const operation of ['heavy', 'light'] as const) {
      const measured = await measureRound(operation, round);
      if (round > 0) found[operation].push(measured);
    }
  }
  return {
    medians: { heavy: mediansOf(names, found.heavy), light: mediansOf(names, found.light) },
    rounds: found,
    compared,
    peakMiB: new Map(gateways.map(({ name, pid }) => [name, peakMiB(pid)])),
  };
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
