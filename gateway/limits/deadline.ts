import { refuse } from '../http/refusal.ts';

/**
 * Lets an operation run for the time that operations have. What runs longer is told to stop, and the caller gets 504; a
 * change may have been made by then, which the same idempotency key finds out.
 *
 * @param stop aborted when the time is over
 */
export function withDeadline<T>(milliseconds: number, stop: AbortController, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const message = `The operation took longer than ${milliseconds} ms and was given up.`;
      reject(refuse(504, 'OPERATION_TIMEOUT', message, { limit: 'milliseconds', accepted: milliseconds }));
      stop.abort();
    }, milliseconds);
    // What the work says after it was given up interests nobody; the promise has settled.
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
