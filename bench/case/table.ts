import { rounded } from '../harness/statistics.ts';
import type { Shares } from './costs.ts';
import type { Measured } from './measure.ts';
import { type Counted, timesOf } from './statements.ts';

/** What issue 4 asks: a share of the floor's requests per second. */
const LEAST = 1 / 3;

export type Round = Readonly<Record<'system' | 'floor', Measured>>;

export interface Found extends Round {
  statements: readonly Counted[];
  shares: Readonly<Record<'gateway' | 'subgraphs', Shares>>;
  /** Milliseconds of one view when nobody else asks: whole, and as it waits for subgraphs. */
  alone: { whole: number; floor: number; exchange: number; others: number };
}

/** The round whose share of the floor is the middle one: what else the machine did met both of it alike. */
export function middleRound(rounds: readonly Round[]): Round {
  const share = ({ system, floor }: Round) => system.perSecond / floor.perSecond;
  const middle = [...rounds].sort((a, b) => share(a) - share(b))[Math.floor((rounds.length - 1) / 2)];
  if (!middle) throw new Error('No rounds.');
  return middle;
}

/** For programs. */
export function figures({ system, floor, statements, alone, ...found }: Found): Record<string, unknown> {
  return {
    perSecond: rounded(system.perSecond, 1),
    floorPerSecond: rounded(floor.perSecond, 1),
    p50Ms: rounded(system.p50Ms, 2),
    p99Ms: rounded(system.p99Ms, 2),
    statements: rounded(timesOf(statements), 1),
    processorMs: Object.fromEntries(costs({ system, ...found }).map(([name, ms]) => [name, rounded(ms, 3)])),
    floorProcessorMs: Object.fromEntries(Object.entries(floor.processorMs).map(([name, ms]) => [name, rounded(ms, 3)])),
    aloneMs: Object.fromEntries(Object.entries(alone).map(([name, ms]) => [name, rounded(ms, 2)])),
  };
}

/** For people. */
export function lines(found: Found): string[] {
  const { system, floor, statements, alone } = found;
  const all = costs(found);
  const whole = all.reduce((sum, [, ms]) => sum + ms, 0);
  const rate = ({ perSecond, p50Ms, p99Ms }: Measured) =>
    `${perSecond.toFixed(0).padStart(6)} views a second, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
  const share = (ms: number, of: number) => `${Math.round((100 * ms) / of)} %`.padStart(6);
  return [
    `system ${rate(system)}`,
    `floor  ${rate(floor)}`,
    `system/floor ${rounded(system.perSecond / floor.perSecond, 2)} (at least ${rounded(LEAST, 2)}); ${rounded(timesOf(statements), 1)} statements a view`,
    '',
    'Processor time of a view, ms:',
    ...all.map(([name, ms]) => `  ${name.padEnd(56)} ${ms.toFixed(2).padStart(6)} ${share(ms, whole)}`),
    ...Object.entries(floor.processorMs).map(
      ([name, ms]) => `  the floor's: ${name.padEnd(43)} ${ms.toFixed(2).padStart(6)}`,
    ),
    '',
    'Of one view when nobody else asks, ms:',
    `  whole ${alone.whole.toFixed(1)}: the exchange ${alone.exchange.toFixed(1)}${share(alone.exchange, alone.whole)}, then the others ${alone.others.toFixed(1)}${share(alone.others, alone.whole)}, gateway and caller ${(alone.whole - alone.exchange - alone.others).toFixed(1)}`,
    `  the floor's ${alone.floor.toFixed(1)}`,
    '',
    'Statements of a view, ms that PostgreSQL executes them:',
    ...[...statements]
      .sort((a, b) => b.ms - a.ms)
      .map(
        ({ kind, table, times, ms }) =>
          `  ${`${kind.split(' ')[0]} ${table}`.padEnd(40)} ${ms.toFixed(3).padStart(7)} ${times.toFixed(2).padStart(6)} times`,
      ),
  ];
}

function costs({ system, shares }: Pick<Found, 'system' | 'shares'>): [string, number][] {
  return Object.entries(system.processorMs).flatMap(([name, ms]): [string, number][] =>
    name === 'gateway' || name === 'subgraphs'
      ? [...shares[name]].map(([part, share]) => [`${name}: ${part}`, ms * share])
      : [[name, ms]],
  );
}
