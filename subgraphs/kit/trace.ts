import { AsyncLocalStorage } from 'node:async_hooks';

/** The id of the request under way: it is in every log line and every SQL statement that serves the request. */
const requests = new AsyncLocalStorage<string>();

const ACCEPTED = /^[A-Za-z0-9_-]{1,64}$/;

export function runTraced<T>(requestId: string, work: () => T): T {
  return requests.run(requestId, work);
}

export function currentRequestId(): string | undefined {
  return requests.getStore();
}

/** An id that came with a request, or a new one where none came or it holds what must not reach a log or a statement. */
export function acceptRequestId(given: unknown, fresh: () => string): string {
  return typeof given === 'string' && ACCEPTED.test(given) ? given : fresh();
}
