/** Work that starts when there is a free slot, and then frees it by `Bulkhead.done`. */
export interface Task {
  start(): void;
}

/**
 * Limits the requests to one subgraph that are in progress and that wait. A slow subgraph takes no more of this process than
 * that. A waiting task can leave at any time.
 */
export class Bulkhead {
  readonly #maxRunning: number;
  readonly #maxWaiting: number;
  readonly #waiting = new Set<Task>();
  #running = 0;

  constructor(maxRunning: number, maxWaiting: number) {
    this.#maxRunning = maxRunning;
    this.#maxWaiting = maxWaiting;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Starts the task now or later. @returns false where too many wait */
  enter(task: Task): boolean {
    if (this.#running < this.#maxRunning) {
      this.#running += 1;
      task.start();
      return true;
    }
    if (this.#waiting.size >= this.#maxWaiting) return false;
    this.#waiting.add(task);
    return true;
  }

  /** For a task that no longer waits. */
  leave(task: Task): void {
    this.#waiting.delete(task);
  }

  /** A started task has ended: the next one takes its slot. */
  done(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#running -= 1;
      return;
    }
    this.#waiting.delete(next);
    // Not in this call: if all of them fail at once, each would run on top of the one before.
    queueMicrotask(() => next.start());
  }
}
