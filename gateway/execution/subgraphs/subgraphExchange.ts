import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { GRANT_HEADER, GRANT_USED_HEADER } from '../../../protocol/headers.ts';
import type { Bulkhead, Task } from './bulkhead.ts';
import { type FaultReason, SubgraphFault } from './subgraphFault.ts';

export type Headers = Readonly<Record<string, string>>;

/** The answer of a subgraph, not yet parsed. */
export interface SubgraphReply {
  body: Buffer;
  /** Whether the subgraph says that it holds data which only the named referral opened. */
  usedGrant: boolean;
  /** The header with the exchange's statement on the referral. */
  grant: string | undefined;
}

export interface ExchangeOptions {
  /** Sends the request. */
  dispatch(handler: Dispatcher.DispatchHandler): void;
  bulkhead: Bulkhead;
  signal: AbortSignal;
  timeoutMs: number;
  maxBytes: number;
}

/** One request to a subgraph and its answer, from waiting for a connection to the last byte. */
export class SubgraphExchange implements Dispatcher.DispatchHandler, Task {
  readonly #options: ExchangeOptions;
  readonly #reply = Promise.withResolvers<SubgraphReply>();
  readonly #timer: NodeJS.Timeout;
  /** Null until a connection has taken the request. */
  #controller: Dispatcher.DispatchController | null = null;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #usedGrant = false;
  #grant: string | undefined;
  #isOver = false;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#timer = setTimeout(() => this.giveUp('TIMED_OUT'), options.timeoutMs);
    options.signal.addEventListener('abort', this.#onAbort);
  }

  /** Rejects with a SubgraphFault. */
  get reply(): Promise<SubgraphReply> {
    return this.#reply.promise;
  }

  /** Called by the bulkhead when there is a free connection. */
  start(): void {
    try {
      if (this.#isOver) this.#options.bulkhead.done();
      else this.#options.dispatch(this);
    } catch (error) {
      // The headers could not be made.
      this.#options.bulkhead.done();
      this.#fail(error);
    }
  }

  /** Ends the request here, and at the subgraph by closing the connection. */
  giveUp(reason: FaultReason): void {
    if (this.#isOver) return;
    this.#fail(new SubgraphFault(reason));
    this.#options.bulkhead.leave(this);
    this.#controller?.abort(new Error(reason));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Given up while the connection was made.
    if (this.#isOver) controller.abort(new Error('given up'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // An informational response, before the answer.
    if (status < 200) return;
    if (status !== 200) this.giveUp(FAULT_BY_STATUS[status] ?? 'REFUSED');
    this.#usedGrant = GRANT_USED_HEADER in headers;
    const grant = headers[GRANT_HEADER];
    if (typeof grant === 'string') this.#grant = grant;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#options.maxBytes) this.giveUp('TOO_LARGE');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#options.bulkhead.done();
    if (this.#isOver) return;
    this.#end();
    this.#reply.resolve({ body: Buffer.concat(this.#chunks), usedGrant: this.#usedGrant, grant: this.#grant });
  }

  /** Also called after giveUp, when the connection is closed. */
  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#options.bulkhead.done();
    this.#fail(new SubgraphFault('UNREACHABLE', { cause: error, isUnsent: this.#controller === null }));
  }

  readonly #onAbort = () => this.giveUp('GIVEN_UP');

  #fail(error: unknown): void {
    if (this.#isOver) return;
    this.#end();
    this.#chunks = [];
    this.#reply.reject(error);
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#options.signal.removeEventListener('abort', this.#onAbort);
  }
}

/** Statuses of a balancer in front of a subgraph that is not available. */
const FAULT_BY_STATUS: Readonly<Record<number, FaultReason>> = {
  502: 'UNREACHABLE',
  503: 'UNREACHABLE',
  504: 'TIMED_OUT',
};
