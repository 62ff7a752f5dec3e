import { rounded } from '../statistics.ts';
import type { GatewayName } from './gateways.ts';
import type { Measured } from './measure.ts';
import type { OperationName } from './operations.ts';
import type { Medians, Rates } from './rates.ts';

type PerGateway = Partial<Record<GatewayName, number>>;

/** For programs: requests per second of each operation by gateway, and beside them p50, p99 and the most memory. */
export function rateFigures({ medians, peakMiB }: Rates): Record<string, object> {
  const both = (what: keyof Measured, decimals: number) => ({
    heavy: figures(medians.heavy, what, decimals),
    light: figures(medians.light, what, decimals),
  });
  return {
    ...both('perSecond', 1),
    p50Ms: both('p50Ms', 2),
    p99Ms: both('p99Ms', 2),
    peakMiB: Object.fromEntries([...peakMiB].map(([name, mib]) => [name, Math.round(mib)])),
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
    ...ratios(rates.medians[operation], operation),
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

function ratios(medians: Medians, operation: OperationName): string[] {
  return ASKED.flatMap(({ over, under, most, ...asked }) => {
    const [first, second] = [medians.get(over), medians.get(under)];
    if (!first || !second) return [];
    const quotient = rounded(first.perSecond / second.perSecond, 2);
    return [`  ${over}/${under} ${quotient} (${most ? 'at most' : 'at least'} ${asked[operation]})`];
  });
}

function row([name = '', ...rest]: readonly string[]): string {
  return `  ${name.padEnd(9)}${rest.map((cell) => cell.padStart(11)).join('')}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
