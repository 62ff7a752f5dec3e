import { refuse } from './refusal.ts';

export interface Deadlines {
  /**
   * Lets an operation run for the time that operations have. What runs longer is told to stop, and the caller gets 504; a
   * change may have been made by then, which the same idempotency key finds out.
   * @param stop aborted when the time is over
   */
  keep<T>(stop: AbortController, work: Promise<T>): Promise<T>;
}

interface Pending {
  until: number;
  giveUp(): void;
}

/** All operations have the same time, so they end in the order in which they began, and one timer watches the first of them. */
export function createDeadlines(milliseconds: number): Deadlines {
  const pending = new Set<Pending>();
  let watching = false;
  const watch = () => {
    const now = performance.now();
    for (const each of pending) {
      if (each.until > now) break;
      pending.delete(each);
      each.giveUp();
    }
    const first = pending.values().next().value;
    watching = first !== undefined;
    if (first) setTimeout(watch, first.until - now).unref();
  };
  return {
    keep(stop, work) {
      return new Promise((resolve, reject) => {
        const each: Pending = {
          until: performance.now() + milliseconds,
          giveUp() {
            const message = `The operation took longer than ${milliseconds} ms and was given up.`;
            reject(refuse(504, 'OPERATION_TIMEOUT', message, { limit: 'milliseconds', accepted: milliseconds }));
            stop.abort();
          },
        };
        pending.add(each);
        if (!watching) {
          watching = true;
          setTimeout(watch, milliseconds).unref();
        }
        // What the work says after it was given up interests nobody; the promise has settled.
        work.then(
          (value) => {
            pending.delete(each);
            resolve(value);
          },
          (error) => {
            pending.delete(each);
            reject(error);
          },
        );
      });
    },
  };
}
