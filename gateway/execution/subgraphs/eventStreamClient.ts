import { createParser } from 'eventsource-parser';
import { type Dispatcher, Pool } from 'undici';
import { SubgraphFault } from './subgraphFault.ts';

/** Something that a subgraph streams. */
export interface Streamed {
  /** Up to where everything has come by then; null where the subgraph does not say. */
  cursor: string | null;
  /** A result; null for a sign of life. */
  body: Buffer | null;
}

export interface SubgraphStreams {
  /**
   * Asks for a subscription in the distinct connections mode of graphql-sse. Ends where the subgraph says that nothing more
   * comes. @throws SubgraphFault where it does not begin, here or at the first item, and where it breaks off
   */
  open(
    body: Buffer,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<AsyncGenerator<Streamed, void>>;
  close(): Promise<void>;
}

export interface StreamOptions {
  url: string;
  /** A subgraph that has not begun by then has failed. */
  timeoutMs: number;
}

/** Subgraphs give a sign of life every 15 seconds: one that misses three is gone. */
const SILENCE_MS = 50_000;
/** Of one event: a record, and what belongs to it. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** A connection for each stream, as HTTP/1.1 has it. */
export function createSubgraphStreams({ url, timeoutMs }: StreamOptions): SubgraphStreams {
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
      // What is given up breaks with an error that nobody waits for any more.
      response.body.on('error', () => undefined);
      if (response.statusCode === 200 && String(response.headers['content-type']).startsWith('text/event-stream'))
        return read(response.body, signal);
      response.body.destroy();
      throw new SubgraphFault(response.statusCode === 200 ? 'NOT_AN_ANSWER' : 'REFUSED');
    },
    close: () => pool.destroy(),
  };
}

async function* read(body: Dispatcher.ResponseData['body'], signal: AbortSignal): AsyncGenerator<Streamed, void> {
  const came: Streamed[] = [];
  let isComplete = false;
  let isTooLarge = false;
  const parser = createParser({
    onEvent: ({ event, id = null, data }) => {
      if (event === 'complete') isComplete = true;
      else if (event === 'next') came.push({ cursor: id, body: Buffer.from(data) });
    },
    onComment: (cursor) => came.push({ cursor: cursor || null, body: null }),
    onError: ({ type }) => {
      isTooLarge ||= type === 'max-buffer-size-exceeded';
    },
    maxBufferSize: MOST_CHARACTERS,
  });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) {
      parser.feed(decoder.decode(chunk as Buffer, { stream: true }));
      yield* came.splice(0);
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
