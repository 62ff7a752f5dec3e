import { refuse } from './refusal.ts';

/**
 * Lets an operation run for so long. What runs longer is told to stop, and the caller gets 504; a change may have been
 * made by then, which the same idempotency key finds out.
 * @param gone aborted when the caller has gone
 */
export async function withinTime<T>(
  milliseconds: number,
  gone: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        refuse(504, 'OPERATION_TIMEOUT', `The operation took longer than ${milliseconds} ms and was given up.`, {
          limit: 'milliseconds',
          accepted: milliseconds,
        }),
      );
      late.abort();
    }, milliseconds);
  });
  const working = work(AbortSignal.any([gone, late.signal]));
  // What it says after it was given up interests nobody.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
