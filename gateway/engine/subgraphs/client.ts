import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, Pool } from 'undici';
import { WINDOW_HEADER } from '../../context/signedContext.ts';
import { SubgraphFault } from './fault.ts';

/** What a subgraph answered, as it came. */
export interface SubgraphReply {
  body: Buffer;
  /** Whether it says that it holds what only the named referral opened. */
  usedWindow: boolean;
}

export interface SubgraphClient {
  /** @throws SubgraphFault where there is no whole answer with status 200 */
  post(body: Buffer, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<SubgraphReply>;
  close(): Promise<void>;
}

export interface ClientOptions {
  url: string;
  /** Connections at once. */
  connections: number;
  /** A request that is not answered whole by then has failed. */
  timeoutMs: number;
  /** Answers larger than this are refused. */
  mostBytes: number;
}

/** A subgraph over HTTP/1.1: kept connections, one request at a time on each. */
export function createSubgraphClient({ url, connections, timeoutMs, mostBytes }: ClientOptions): SubgraphClient {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  // One timer for the whole of a request (Exchange); those of the pool would be three more.
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    post: (body, headers, signal) =>
      new Promise((resolve, reject) => {
        const exchange = new Exchange(resolve, reject, signal, timeoutMs, mostBytes);
        if (signal.aborted) return exchange.giveUp('GIVEN_UP');
        pool.dispatch(
          {
            path,
            method: 'POST',
            headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
            body,
          },
          exchange,
        );
      }),
    close: () => pool.destroy(),
  };
}

/** One request and its answer. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #resolve: (reply: SubgraphReply) => void;
  readonly #reject: (fault: SubgraphFault) => void;
  readonly #signal: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  readonly #mostBytes: number;
  #controller: Dispatcher.DispatchController | null = null;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #usedWindow = false;
  #isOver = false;

  constructor(
    resolve: (reply: SubgraphReply) => void,
    reject: (fault: SubgraphFault) => void,
    signal: AbortSignal,
    timeoutMs: number,
    mostBytes: number,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#signal = signal;
    this.#mostBytes = mostBytes;
    this.#timer = setTimeout(() => this.giveUp('TIMED_OUT'), timeoutMs);
    signal.addEventListener('abort', this.#onAbort);
  }

  /** Ends the request here, and at the subgraph by closing its connection. */
  giveUp(reason: SubgraphFault['reason']): void {
    if (this.#isOver) return;
    this.#fail(new SubgraphFault(reason));
    this.#controller?.abort(new Error(reason));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Given up while it waited for a connection.
    if (this.#isOver) controller.abort(new Error('given up'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status !== 200) this.giveUp(status === 503 || status === 502 ? 'UNREACHABLE' : 'REFUSED');
    this.#usedWindow = WINDOW_HEADER in headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#mostBytes) this.giveUp('TOO_LARGE');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#isOver) return;
    this.#end();
    const [only] = this.#chunks;
    const whole = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    this.#resolve({ body: whole, usedWindow: this.#usedWindow });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(new SubgraphFault('UNREACHABLE', { cause: error }));
  }

  readonly #onAbort = () => this.giveUp('GIVEN_UP');

  #fail(fault: SubgraphFault): void {
    if (this.#isOver) return;
    this.#end();
    this.#reject(fault);
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#onAbort);
  }
}
