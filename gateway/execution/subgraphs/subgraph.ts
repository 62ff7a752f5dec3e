import { setTimeout as sleep } from 'node:timers/promises';
import { createCircuitBreaker } from './circuitBreaker.ts';
import { createEventStreamClient, type StreamedEvent } from './eventStreamClient.ts';
import { createSubgraphClient, type SubgraphClientOptions, type SubgraphReply } from './httpClient.ts';
import { SubgraphFault } from './subgraphFault.ts';
import { type SubgraphRequestEnded, type SubgraphState, subgraphRequests } from './subgraphTelemetry.ts';

export interface SubgraphRequest {
  body: Buffer;
  /** Whether it changes nothing, and may be sent twice. */
  isRead: boolean;
  requestId: string;
  /** Called each time that the request is sent: a signed context is valid for one request. */
  headers(): Record<string, string>;
  signal: AbortSignal;
}

/** A subgraph that may be slow, down or wrong. */
export interface Subgraph {
  /** @throws SubgraphFault */
  send(request: SubgraphRequest): Promise<SubgraphReply>;
  /** Opens an event stream. @throws SubgraphFault where it does not start, and where it breaks */
  subscribe(request: Pick<SubgraphRequest, 'body' | 'headers' | 'signal'>): Promise<AsyncIterable<StreamedEvent>>;
  state(): SubgraphState;
  close(): Promise<void>;
}

export interface SubgraphOptions extends Omit<SubgraphClientOptions, 'connectMs'> {
  name: string;
  /** How long a request may take, including waiting and a retry. */
  timeoutMs: number;
}

/** The longest pause before a retry. Between half of it and all of it, so that not all retries come at once. */
const RETRY_PAUSE_MS = 100;

export function createSubgraph({ name, timeoutMs, ...options }: SubgraphOptions): Subgraph {
  const client = createSubgraphClient({ ...options, connectMs: timeoutMs });
  const streams = createEventStreamClient({ url: options.url, timeoutMs });
  const breaker = createCircuitBreaker();

  /** Sends the request, and once more after a failure if that is safe and there is time. @param onRetry called before a retry */
  const sendWithRetry = async (request: SubgraphRequest, onRetry: () => void): Promise<SubgraphReply> => {
    const { body, headers, signal } = request;
    const until = performance.now() + timeoutMs;
    try {
      return await client.post(body, headers, signal, timeoutMs);
    } catch (error) {
      const pause = RETRY_PAUSE_MS * (0.5 + Math.random() / 2);
      if (!mayRetry(error, request.isRead) || performance.now() + pause > until) throw error;
      onRetry();
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      return client.post(body, headers, signal, until - performance.now());
    }
  };

  return {
    async send(request) {
      const startedAt = performance.now();
      let retried = false;
      let outcome: SubgraphRequestEnded['outcome'] = 'failed';
      try {
        const reply = await breaker.run(() =>
          sendWithRetry(request, () => {
            retried = true;
          }),
        );
        outcome = 'answered';
        return reply;
      } catch (error) {
        if (error instanceof SubgraphFault) outcome = error.reason;
        throw error;
      } finally {
        const { isRead, requestId } = request;
        const milliseconds = performance.now() - startedAt;
        subgraphRequests.publish({ subgraph: name, isRead, requestId, outcome, retried, milliseconds });
      }
    },
    subscribe: ({ body, headers, signal }) => breaker.run(() => streams.open(body, headers(), signal)),
    state: () => ({ subgraph: name, breaker: breaker.state, running: client.running, waiting: client.waiting }),
    async close() {
      await Promise.all([client.close(), streams.close()]);
    },
  };
}

/** A mutation is executed once: it is sent again only if nothing of it can have arrived. */
function mayRetry(error: unknown, isRead: boolean): boolean {
  return error instanceof SubgraphFault && error.reason === 'UNREACHABLE' && (isRead || error.isUnsent);
}
