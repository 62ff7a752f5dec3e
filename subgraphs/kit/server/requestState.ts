import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../../../protocol/tracing.ts';
import type { RowScope } from '../database/rowScope.ts';

/** What all work of one request knows of it: its id, which is in every log line and SQL statement, which rows it may see, and whether its caller still waits. */
interface RequestState {
  id: string;
  /** Null until it is known who asks: no row is seen. */
  scope: RowScope | null;
  /** Aborted when the caller goes away; null for work that nobody waits for. */
  gone: AbortSignal | null;
  /** Where it is traced. */
  span?: Span | undefined;
}

const requests = new AsyncLocalStorage<RequestState>();

/** @param gone aborted when the caller goes away */
export function runTraced<T>(requestId: string, work: () => T, gone: AbortSignal | null = null): T {
  return requests.run({ id: requestId, scope: null, gone }, work);
}

/**
 * Does a piece of the request's work with another scope, for example the inbox, which writes whatever arrives. Awaited
 * inside: a query begins only when somebody waits for it, and must begin in its scope. It is done to its end, whoever goes.
 */
export function runInScope<T>(scope: RowScope, work: () => PromiseLike<T>): Promise<T> {
  const { id = '', span } = requests.getStore() ?? {};
  return requests.run({ id, scope, gone: null, span }, async () => await work());
}

/** From here on the request's statements see the rows of that scope. */
export function enterScope(scope: RowScope): void {
  const state = requests.getStore();
  if (state) state.scope = scope;
}

/** From here on the request has the id that the gateway gave it. */
export function enterRequestId(id: string): void {
  const state = requests.getStore();
  if (state) state.id = id;
}

/** From here on the request's work is found below that span. */
export function enterSpan(span: Span): void {
  const state = requests.getStore();
  if (state) state.span = span;
}

export function currentSpan(): Span | undefined {
  return requests.getStore()?.span;
}

export function currentRequestId(): string | undefined {
  return requests.getStore()?.id || undefined;
}

export function currentScope(): RowScope | null {
  return requests.getStore()?.scope ?? null;
}

/** Null where nobody waits who could go away. */
export function currentCaller(): AbortSignal | null {
  return requests.getStore()?.gone ?? null;
}
