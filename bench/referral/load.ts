import { setTimeout as sleep } from 'node:timers/promises';

/** Work of which some is under way at any time: what is begun by `begin`, and found finished by looking. */
export interface Work {
  /** Begins one piece; resolves with its id when it is committed. */
  begin(): Promise<string>;
  /** Of the pieces under way those that are finished. */
  finished(ids: readonly string[]): Promise<string[]>;
}

/** Often enough for the figures, seldom enough to cost little. */
const LOOK_MS = 20;
/** Nothing finished for this long is a fault of the system, not slowness. */
const STALL_MS = 20_000;

/** Pieces under way, looked after by polling. */
class UnderWay {
  readonly #work: Work;
  readonly #ids = new Set<string>();
  #lastChange = performance.now();
  finished = 0;

  constructor(work: Work) {
    this.#work = work;
  }

  get size(): number {
    return this.#ids.size;
  }

  add(id: string): void {
    if (this.#ids.size === 0) this.#lastChange = performance.now();
    this.#ids.add(id);
  }

  /** @throws where nothing has finished for long */
  async look(): Promise<void> {
    if (this.#ids.size === 0) return;
    const found = await this.#work.finished([...this.#ids]);
    for (const id of found) this.#ids.delete(id);
    this.finished += found.length;
    if (found.length > 0) this.#lastChange = performance.now();
    else if (performance.now() - this.#lastChange > STALL_MS)
      throw new Error(`Nothing arrived for ${STALL_MS / 1000} s; ${this.#ids.size} are under way.`);
  }

  async drain(): Promise<void> {
    while (this.#ids.size > 0) {
      await this.look();
      await sleep(LOOK_MS);
    }
  }
}

export interface ClosedLoop {
  /** At most this many under way: enough that no queue is ever empty. */
  underWay: number;
  /** How many begin at once. */
  beginners: number;
  warmUpSeconds: number;
  seconds: number;
}

/** Pieces finished per second with a fixed number under way: the most that can be sustained, since the backlog cannot grow. */
export async function ceiling(work: Work, loop: ClosedLoop): Promise<number> {
  const under = new UnderWay(work);
  let begun = 0;
  let over = false;
  const beginner = async () => {
    while (!over) {
      if (under.size + begun >= loop.underWay) {
        await sleep(2);
        continue;
      }
      begun += 1;
      const id = await work.begin().finally(() => {
        begun -= 1;
      });
      under.add(id);
    }
  };
  const beginners = Promise.all(Array.from({ length: loop.beginners }, beginner));
  beginners.catch(() => undefined);
  try {
    await lookFor(under, loop.warmUpSeconds);
    const before = under.finished;
    const since = performance.now();
    await lookFor(under, loop.seconds);
    return (under.finished - before) / ((performance.now() - since) / 1000);
  } finally {
    over = true;
    await beginners;
    await under.drain();
  }
}

async function lookFor(under: UnderWay, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    await under.look();
    await sleep(LOOK_MS);
  }
}

/**
 * Begins pieces at a rate whether or not earlier ones are finished, at moments that are independent of each other
 * (exponential gaps), as people are. Gives the ids when all are finished.
 */
export async function steady(work: Work, perSecond: number, seconds: number): Promise<string[]> {
  const under = new UnderWay(work);
  const beginning: Promise<string>[] = [];
  const began = performance.now();
  let next = 0;
  while (next < seconds * 1000) {
    const now = performance.now() - began;
    if (next > now) await sleep(next - now);
    const piece = work.begin();
    piece.then(
      (id) => under.add(id),
      () => undefined,
    );
    beginning.push(piece);
    next += (-Math.log(1 - Math.random()) / perSecond) * 1000;
  }
  const ids = await Promise.all(beginning);
  await under.drain();
  return ids;
}
