import { refuse } from './refusal.ts';

/**
 * Lets an operation run for so long. What runs longer is told to stop, and the caller gets 504; a change may have been
 * made by then, which the same idempotency key finds out.
 * @param stop aborted when the time is over
 */
export async function withinTime<T>(milliseconds: number, stop: AbortController, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const message = `The operation took longer than ${milliseconds} ms and was given up.`;
      reject(refuse(504, 'OPERATION_TIMEOUT', message, { limit: 'milliseconds', accepted: milliseconds }));
      stop.abort();
    }, milliseconds);
  });
  try {
    // What the work says after it was given up interests nobody; the race has heard it.
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
