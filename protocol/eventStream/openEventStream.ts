import type { ServerResponse } from 'node:http';
import { COMPLETE_EVENT, EVENT_STREAM_TYPE, heartbeat, nextEvent } from './eventFormat.ts';

export interface EventStream {
  /** Resolves when the client can take more, or has disconnected. @param result JSON in one line */
  next(result: string, cursor: string | null): Promise<void>;
  /**
   * Writes a heartbeat with the cursor up to which the client has seen everything. Writes nothing while an event waits to be
   * taken. @returns false where the client has taken nothing for too long: it is then disconnected
   */
  beat(cursor: string | null): boolean;
  /** Ends the stream. @param result a last result, or null */
  complete(result: string | null): void;
}

export interface EventStreamOptions {
  headers?: Record<string, string>;
  /** A client that takes nothing for this long is disconnected. It resumes from its cursor. */
  patienceMs: number;
}

/** The last bytes of a stream may take this long to leave. */
const CLOSING_MS = 2_000;

/** Starts an event stream: the response's head is sent at once. */
export function openEventStream(
  response: ServerResponse,
  { headers = {}, patienceMs }: EventStreamOptions,
): EventStream {
  let blockedSince: number | null = null;
  response.writeHead(200, {
    ...headers,
    'content-type': EVENT_STREAM_TYPE,
    'cache-control': 'no-store',
    // An idle keep-alive connection would delay the server's shutdown.
    connection: 'close',
    // Otherwise nginx buffers events.
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const isOver = () => response.writableEnded || response.destroyed;
  return {
    async next(result, cursor) {
      if (isOver() || response.write(nextEvent(result, cursor))) return;
      blockedSince = performance.now();
      await drained(response);
      blockedSince = null;
    },
    beat(cursor) {
      if (isOver()) return true;
      if (blockedSince === null) response.write(heartbeat(cursor));
      else if (performance.now() - blockedSince > patienceMs) {
        response.destroy();
        return false;
      }
      return true;
    },
    complete(result) {
      if (isOver()) return;
      response.end((result === null ? '' : nextEvent(result)) + COMPLETE_EVENT);
      setTimeout(() => response.destroy(), CLOSING_MS).unref();
    },
  };
}

/** Resolves when the response can take more, or is closed. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const proceed = () => {
      response.off('drain', proceed).off('close', proceed);
      resolve();
    };
    response.on('drain', proceed).on('close', proceed);
  });
}
