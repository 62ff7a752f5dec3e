import { median, rounded } from '../harness/statistics.ts';
import type { GatewayName } from './gateways.ts';
import type { Measured } from './measure.ts';
import type { OperationName } from './operations.ts';
import type { Medians, Rates, Rounds } from './rates.ts';

type PerGateway = Partial<Record<GatewayName, number>>;

/** For programs: requests per second of each operation by gateway, and beside them p50, p99, the most memory, and the ratios. */
export function rateFigures({ medians, rounds, peakMiB }: Rates): Record<string, object> {
  const both = (what: keyof Measured, decimals: number) => ({
    heavy: figures(medians.heavy, what, decimals),
    light: figures(medians.light, what, decimals),
  });
  return {
    ...both('perSecond', 1),
    p50Ms: both('p50Ms', 2),
    p99Ms: both('p99Ms', 2),
    peakMiB: Object.fromEntries([...peakMiB].map(([name, mib]) => [name, Math.round(mib)])),
    ratios: { heavy: ratioFigures(rounds.heavy), light: ratioFigures(rounds.light) },
  };
}

function figures(medians: Medians, what: keyof Measured, decimals: number): PerGateway {
  return Object.fromEntries([...medians].map(([name, measured]) => [name, rounded(measured[what], decimals)]));
}

/** What issue 4 asks of ours, as quotients of requests per second. */
const ASKED: readonly {
  over: GatewayName;
  under: GatewayName;
  heavy: number;
  light: number;
  most?: true;
}[] = [
  { over: 'ours', under: 'apollo', heavy: 6, light: 5 },
  { over: 'ours', under: 'hiveRust', heavy: 1.6, light: 2.5 },
  { over: 'floor', under: 'ours', heavy: 1.5, light: 1.5, most: true },
  { over: 'guarded', under: 'ours', heavy: 0.8, light: 0.8 },
  // Four fifths of what is asked of ours.
  { over: 'guarded', under: 'apollo', heavy: 4.8, light: 4 },
  { over: 'guarded', under: 'hiveRust', heavy: 1.28, light: 2 },
];

const HEADINGS = ['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms', 'its core', 'load side', 'fetches', 'peak MiB'];

/** For people. */
export function rateLines(rates: Rates): string[] {
  return (['heavy', 'light'] as const).flatMap((operation) => [
    `${operation}: ${rates.compared[operation].get('floor')?.bytes[0]} bytes`,
    row(HEADINGS),
    ...[...rates.medians[operation]].map(([name, measured]) =>
      row(cells(rates.peakMiB.get(name) ?? 0, name, measured)),
    ),
    ...ratioLines(rates, operation),
    '',
  ]);
}

function cells(peak: number, name: GatewayName, measured: Measured): string[] {
  return [
    name,
    measured.perSecond.toFixed(0),
    measured.p50Ms.toFixed(2),
    measured.p99Ms.toFixed(2),
    measured.processorMs.toFixed(3),
    percent(measured.busy),
    percent(measured.loadBusy),
    measured.fetches.toFixed(1),
    peak.toFixed(0),
  ];
}

/**
 * The median of the rounds' quotients: what else the machine does changes from one minute to the next, and mostly not between
 * two turns of a round. Null where one of them was not measured.
 */
function ratioOf(rounds: Rounds, over: GatewayName, under: GatewayName): number | null {
  const quotients = rounds.flatMap((round) => {
    const [first, second] = [round.get(over), round.get(under)];
    return first && second ? [first.perSecond / second.perSecond] : [];
  });
  return quotients.length > 0 ? rounded(median(quotients), 2) : null;
}

function ratioFigures(rounds: Rounds): Record<string, number> {
  return Object.fromEntries(
    ASKED.flatMap(({ over, under }) => {
      const ratio = ratioOf(rounds, over, under);
      return ratio === null ? [] : [[`${over}/${under}`, ratio]];
    }),
  );
}

function ratioLines(rates: Rates, operation: OperationName): string[] {
  const { [operation]: medians } = rates.medians;
  const ratios = ratioFigures(rates.rounds[operation]);
  return ASKED.flatMap(({ over, under, most, ...asked }) => {
    const ratio = ratios[`${over}/${under}`];
    const [first, second] = [medians.get(over), medians.get(under)];
    if (ratio === undefined || !first || !second) return [];
    const ofMedians = rounded(first.perSecond / second.perSecond, 2);
    const bound = `${most ? 'at most' : 'at least'} ${asked[operation]}`;
    return [`  ${over}/${under} ${ratio} (${bound}; of the medians above ${ofMedians})`];
  });
}

function row([name = '', ...rest]: readonly string[]): string {
  return `  ${name.padEnd(9)}${rest.map((cell) => cell.padStart(11)).join('')}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
