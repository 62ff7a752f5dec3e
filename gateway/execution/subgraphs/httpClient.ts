import { type Dispatcher, Pool } from 'undici';
import { Bulkhead } from './bulkhead.ts';
import { type Headers, SubgraphExchange, type SubgraphReply } from './subgraphExchange.ts';

export type { SubgraphReply };

export interface SubgraphClient {
  /**
   * @param headers called when the request is sent
   * @param timeoutMs for the whole request, including waiting
   * @throws SubgraphFault where there is no complete answer with status 200
   */
  post(body: Buffer, headers: () => Headers, signal: AbortSignal, timeoutMs: number): Promise<SubgraphReply>;
  /** Requests in progress. */
  readonly running: number;
  /** Requests that wait for a connection. */
  readonly waiting: number;
  close(): Promise<void>;
}

export interface SubgraphClientOptions {
  url: string;
  /** Connections at the same time. */
  connections: number;
  /** Requests that may wait for a connection. */
  maxWaiting: number;
  /** How long connecting may take. */
  connectMs: number;
  /** Larger answers are refused. */
  maxBytes: number;
}

/** A subgraph over HTTP/1.1: connections are kept, and carry one request at a time. */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const { url, connections, maxWaiting, connectMs, maxBytes } = options;
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  // SubgraphExchange has one timer for the whole request, so the pool needs none.
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: connectMs,
  });
  const bulkhead = new Bulkhead(connections, maxWaiting);
  return {
    post(body, headers, signal, timeoutMs) {
      const dispatch = (handler: Dispatcher.DispatchHandler) => {
        const all = { 'content-type': 'application/json', accept: 'application/json', ...headers() };
        pool.dispatch({ path, method: 'POST', headers: all, body }, handler);
      };
      const exchange = new SubgraphExchange({ dispatch, bulkhead, signal, timeoutMs, maxBytes });
      if (signal.aborted) exchange.giveUp('GIVEN_UP');
      else if (!bulkhead.enter(exchange)) exchange.giveUp('OVERLOADED');
      return exchange.reply;
    },
    get running() {
      return bulkhead.running;
    },
    get waiting() {
      return bulkhead.waiting;
    },
    close: () => pool.destroy(),
  };
}
