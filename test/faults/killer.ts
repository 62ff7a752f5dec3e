import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../demo/world/random.ts';
import type { PartProcess } from './partProcess.ts';
import { START_PATIENCE_MS } from './parts.ts';

/** Milliseconds, from and to. */
export type Span = readonly [from: number, to: number];

export interface Pace {
  /** Between one kill and the next. */
  between: Span;
  /** How long a killed part stays down before it is started again; every third is started at once. */
  down: Span;
}

export interface Kill {
  part: PartProcess;
  afterMs: number;
  downMs: number;
  /** Killed once more so long after it was started again, likely before it is ready; null for most. */
  stumblesAfterMs: number | null;
}

const STUMBLING = 1 / 8;

/** Each part so many times, in rounds: in every round each of them once, in an order of chance. */
export function planKills(parts: readonly PartProcess[], each: number, pace: Pace, random: Random): Kill[] {
  return Array.from({ length: each }, () => shuffled(parts, random)).flatMap((round) =>
    round.map((part) => ({
      part,
      afterMs: random.int(...pace.between),
      downMs: random.chance(1 / 3) ? 0 : random.int(...pace.down),
      stumblesAfterMs: random.chance(STUMBLING) ? random.int(...pace.down) : null,
    })),
  );
}

export interface Killing {
  /** Whether the kill with this place in the plan may come; the leads should not fall behind. Asked until it may. */
  mayKill(index: number): boolean;
  onKill(done: number): void;
}

/** Kills by plan; a part that is killed again has been up in between, others may be down at the same time. Ends when all are up. */
export async function killByPlan(plan: readonly Kill[], { mayKill, onKill }: Killing): Promise<void> {
  const restarts: Promise<void>[] = [];
  for (const [index, kill] of plan.entries()) {
    await sleep(kill.afterMs);
    while (!mayKill(index)) await sleep(50);
    await kill.part.untilUp(START_PATIENCE_MS);
    await kill.part.kill();
    onKill(index + 1);
    restarts.push(restart(kill));
  }
  await Promise.all(restarts);
  await Promise.all(plan.map(({ part }) => part.untilUp(START_PATIENCE_MS)));
}

async function restart({ part, downMs, stumblesAfterMs }: Kill): Promise<void> {
  await sleep(downMs);
  part.start();
  if (stumblesAfterMs === null) return;
  await sleep(stumblesAfterMs);
  await part.kill();
  part.start();
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
