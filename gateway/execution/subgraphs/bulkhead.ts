/** Something that begins when there is room for it, and says when it is over (done). */
export interface Task {
  begin(): void;
}

/**
 * So many at once, and so many that wait for their turn: a subgraph that has become slow takes no more of this process than
 * that. Who waits may leave, and leaves nothing behind.
 */
export class Bulkhead {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #waiting = new Set<Task>();
  #running = 0;

  constructor(most: number, mostWaiting: number) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Begins it now or in its turn. @returns false where there is no room to wait either */
  enter(task: Task): boolean {
    if (this.#running < this.#most) {
      this.#running += 1;
      task.begin();
      return true;
    }
    if (this.#waiting.size >= this.#mostWaiting) return false;
    this.#waiting.add(task);
    return true;
  }

  /** For one that does not wait any longer. */
  leave(task: Task): void {
    this.#waiting.delete(task);
  }

  /** One that has begun is over: the next takes its place. */
  done(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#running -= 1;
      return;
    }
    this.#waiting.delete(next);
    // Not from within the end of the other: where all fail at once, each would stand upon the one before.
    queueMicrotask(() => next.begin());
  }
}
