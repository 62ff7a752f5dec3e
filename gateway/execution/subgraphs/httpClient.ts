import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, Pool } from 'undici';
import { WINDOW_HEADER } from '../../auth/context/signedContext.ts';
import { WORD_HEADER } from '../../auth/referrals/referralGrant.ts';
import { nextFlush } from '../flush.ts';
import { Bulkhead, type Task } from './bulkhead.ts';
import { type FaultReason, SubgraphFault } from './subgraphFault.ts';

type Headers = Readonly<Record<string, string>>;

/** What a subgraph answered, as it came. */
export interface SubgraphReply {
  body: Buffer;
  /** Whether it says that it holds what only the named referral opened. */
  usedWindow: boolean;
  /** The exchange's word beside its answer, as it came. */
  word: string | undefined;
}

export interface SubgraphClient {
  /**
   * @param headers made when it is sent
   * @param timeoutMs a request that is not answered whole by then, waiting included, has failed
   * @throws SubgraphFault where there is no whole answer with status 200
   */
  post(body: Buffer, headers: () => Headers, signal: AbortSignal, timeoutMs: number): Promise<SubgraphReply>;
  /** Requests under way. */
  readonly running: number;
  /** Requests that wait for a connection. */
  readonly waiting: number;
  close(): Promise<void>;
}

export interface ClientOptions {
  url: string;
  /** Connections at once. */
  connections: number;
  /** Requests that may wait for one of them. */
  mostWaiting: number;
  /** How long connecting may take. */
  connectMs: number;
  /** Answers larger than this are refused. */
  mostBytes: number;
}

/** A subgraph over HTTP/1.1: kept connections, one request at a time on each. */
export function createSubgraphClient(options: ClientOptions): SubgraphClient {
  const { url, connections, mostWaiting, connectMs, mostBytes } = options;
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  // One timer for the whole of a request (Exchange); those of the pool would be three more.
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: connectMs,
  });
  const bulkhead = new Bulkhead(connections, mostWaiting);
  return {
    post: (body, headers, signal, timeoutMs) =>
      new Promise((resolve, reject) => {
        const dispatch = (handler: Exchange, made: Headers) =>
          void pool.dispatch(
            {
              path,
              method: 'POST',
              headers: { 'content-type': 'application/json', accept: 'application/json', ...made },
              body,
            },
            handler,
          );
        const exchange = new Exchange(resolve, reject, headers, dispatch, bulkhead, signal, timeoutMs, mostBytes);
        if (signal.aborted) exchange.giveUp('GIVEN_UP');
        else if (!bulkhead.enter(exchange)) exchange.giveUp('OVERLOADED');
      }),
    get running() {
      return bulkhead.running;
    },
    get waiting() {
      return bulkhead.waiting;
    },
    close: () => pool.destroy(),
  };
}

/** One request and its answer. */
class Exchange implements Dispatcher.DispatchHandler, Task {
  readonly #resolve: (reply: SubgraphReply) => void;
  readonly #reject: (fault: unknown) => void;
  readonly #headersOf: () => Headers;
  readonly #dispatch: (handler: Exchange, headers: Headers) => void;
  readonly #bulkhead: Bulkhead;
  readonly #signal: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  readonly #mostBytes: number;
  #controller: Dispatcher.DispatchController | null = null;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #usedWindow = false;
  #word: string | undefined;
  #isOver = false;

  constructor(
    resolve: (reply: SubgraphReply) => void,
    reject: (fault: unknown) => void,
    headersOf: () => Headers,
    dispatch: (handler: Exchange, headers: Headers) => void,
    bulkhead: Bulkhead,
    signal: AbortSignal,
    timeoutMs: number,
    mostBytes: number,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#headersOf = headersOf;
    this.#dispatch = dispatch;
    this.#bulkhead = bulkhead;
    this.#signal = signal;
    this.#mostBytes = mostBytes;
    this.#timer = setTimeout(() => this.giveUp('TIMED_OUT'), timeoutMs);
    signal.addEventListener('abort', this.#onAbort);
  }

  /** In two steps, so that those that go out together are signed in a row, and then sent in a row. */
  begin(): void {
    nextFlush().then(this.#prepare).then(this.#send, this.#unprepared);
  }

  /** Ends the request here, and at the subgraph by closing its connection. */
  giveUp(reason: FaultReason): void {
    if (this.#isOver) return;
    this.#fail(new SubgraphFault(reason));
    this.#bulkhead.leave(this);
    this.#controller?.abort(new Error(reason));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Given up while the connection was made.
    if (this.#isOver) controller.abort(new Error('given up'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // The answer is still to come.
    if (status < 200) return;
    if (status !== 200) this.giveUp(UNAVAILABLE[status] ?? 'REFUSED');
    this.#usedWindow = WINDOW_HEADER in headers;
    const word = headers[WORD_HEADER];
    if (typeof word === 'string') this.#word = word;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#mostBytes) this.giveUp('TOO_LARGE');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#bulkhead.done();
    if (this.#isOver) return;
    this.#end();
    const [only] = this.#chunks;
    const whole = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    this.#resolve({ body: whole, usedWindow: this.#usedWindow, word: this.#word });
  }

  /** Also where it was given up, once the connection is closed. */
  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#bulkhead.done();
    this.#fail(new SubgraphFault('UNREACHABLE', { cause: error, isUnsent: this.#controller === null }));
  }

  readonly #onAbort = () => this.giveUp('GIVEN_UP');

  /** Null where nobody waits any more. */
  readonly #prepare = (): Headers | null => (this.#isOver ? null : this.#headersOf());

  readonly #send = (headers: Headers | null) => {
    if (headers && !this.#isOver) this.#dispatch(this, headers);
    else this.#bulkhead.done();
  };

  /** A fault of ours: it cannot be said who asks. */
  readonly #unprepared = (error: unknown) => {
    this.#bulkhead.done();
    this.#fail(error);
  };

  #fail(fault: unknown): void {
    if (this.#isOver) return;
    this.#end();
    this.#chunks = [];
    this.#reject(fault);
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#onAbort);
  }
}

/** What a balancer before a subgraph says of it. */
const UNAVAILABLE: Readonly<Record<number, FaultReason>> = {
  502: 'UNREACHABLE',
  503: 'UNREACHABLE',
  504: 'TIMED_OUT',
};
