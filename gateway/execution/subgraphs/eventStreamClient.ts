import { createParser } from 'eventsource-parser';
import { type Dispatcher, Pool } from 'undici';
import { SubgraphFault } from './subgraphFault.ts';

/** An event or a heartbeat of a subgraph. */
export interface StreamedEvent {
  /** The stream up to here has come; null where the subgraph gives no cursor. */
  cursor: string | null;
  /** A result; null for a heartbeat. */
  body: Buffer | null;
}

export interface EventStreamClient {
  /**
   * Opens a subscription in the distinct connections mode of graphql-sse. Ends where the subgraph completes it.
   * @throws SubgraphFault where it does not start, here or at the first event, and where it breaks
   */
  open(
    body: Buffer,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<AsyncGenerator<StreamedEvent, void>>;
  close(): Promise<void>;
}

export interface EventStreamClientOptions {
  url: string;
  /** A subgraph that has not started the stream by then has failed. */
  timeoutMs: number;
}

/** Subgraphs send a heartbeat every 15 seconds. One that misses three is gone. */
const SILENCE_MS = 50_000;
/** The largest event: a record with everything that belongs to it. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** Uses one connection for each stream. */
export function createEventStreamClient({ url, timeoutMs }: EventStreamClientOptions): EventStreamClient {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const pool = new Pool(origin, { pipelining: 1, headersTimeout: timeoutMs, bodyTimeout: SILENCE_MS });
  return {
    async open(body, headers, signal) {
      const response = await pool
        .request({
          path,
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
          body,
          signal,
        })
        .catch((error: unknown) => {
          throw faultOf(error, signal);
        });
      // A cancelled stream emits an error after nobody reads it any more.
      response.body.on('error', () => undefined);
      if (response.statusCode === 200 && String(response.headers['content-type']).startsWith('text/event-stream'))
        return readEvents(response.body, signal);
      response.body.destroy();
      throw new SubgraphFault(response.statusCode === 200 ? 'NOT_AN_ANSWER' : 'REFUSED');
    },
    close: () => pool.destroy(),
  };
}

async function* readEvents(
  body: Dispatcher.ResponseData['body'],
  signal: AbortSignal,
): AsyncGenerator<StreamedEvent, void> {
  const parsed: StreamedEvent[] = [];
  let isComplete = false;
  let isTooLarge = false;
  const parser = createParser({
    onEvent: ({ event, id = null, data }) => {
      if (event === 'complete') isComplete = true;
      else if (event === 'next') parsed.push({ cursor: id, body: Buffer.from(data) });
    },
    onComment: (cursor) => parsed.push({ cursor: cursor || null, body: null }),
    onError: ({ type }) => {
      isTooLarge ||= type === 'max-buffer-size-exceeded';
    },
    maxBufferSize: MAX_CHARACTERS,
  });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) {
      parser.feed(decoder.decode(chunk as Buffer, { stream: true }));
      yield* parsed.splice(0);
      if (isTooLarge) throw new SubgraphFault('TOO_LARGE');
      if (isComplete) return;
    }
  } catch (error) {
    throw faultOf(error, signal);
  } finally {
    body.destroy();
  }
  throw new SubgraphFault('UNREACHABLE');
}

function faultOf(cause: unknown, signal: AbortSignal): SubgraphFault {
  if (cause instanceof SubgraphFault) return cause;
  const { code } = cause as { code?: unknown };
  const isLate = code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT';
  return new SubgraphFault(signal.aborted ? 'GIVEN_UP' : isLate ? 'TIMED_OUT' : 'UNREACHABLE', { cause });
}
