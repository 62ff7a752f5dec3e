import { refuse } from '../http/refusal.ts';

/**
 * Limits the time of an operation. After it the operation is cancelled and the client gets 504. A mutation may have been
 * executed by then: repeating it with the same idempotency key shows.
 *
 * @param cancel aborted when the time is over
 */
export async function withDeadline<T>(milliseconds: number, cancel: AbortController, work: Promise<T>): Promise<T> {
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const message = `The operation took longer than ${milliseconds} ms and was given up.`;
    reject(refuse(504, 'OPERATION_TIMEOUT', message, { limit: 'milliseconds', accepted: milliseconds }));
    cancel.abort();
  }, milliseconds);
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
