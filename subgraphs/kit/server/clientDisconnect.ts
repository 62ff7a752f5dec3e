import type { ServerResponse } from 'node:http';

/** Whoever asked has gone: what was still to be done for them is not done. */
export class CallerGone extends Error {
  constructor() {
    super('The caller has gone.');
  }
}

/** Aborted when the connection of a request closes before its answer is out. */
export function callerOf(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

/**
 * Does a statement for as long as somebody waits for it. Whoever gets its connection next gets it after the cancelling, which
 * would otherwise end theirs.
 * @throws CallerGone where nobody waits any more
 */
export async function whileWanted<T>(
  gone: AbortSignal,
  statement: () => Promise<T>,
  cancel: () => Promise<void>,
): Promise<T> {
  if (gone.aborted) throw new CallerGone();
  let cancelled: Promise<void> | null = null;
  const end = () => {
    // Where it cannot be cancelled it runs to its end.
    cancelled = cancel().catch(() => undefined);
  };
  gone.addEventListener('abort', end);
  try {
    return await statement();
  } catch (error) {
    throw cancelled ? new CallerGone() : error;
  } finally {
    gone.removeEventListener('abort', end);
    await cancelled;
  }
}
