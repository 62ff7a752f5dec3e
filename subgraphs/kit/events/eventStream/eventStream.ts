import type { ServerResponse } from 'node:http';

/** A stream of server-sent events as graphql-sse has them: `next` with a result, `complete` at the end. */
export interface EventStream {
  /** Resolves when there is room for more, or the reader has gone. @param cursor what the reader has seen everything up to by then */
  next(result: object, cursor: string | null): Promise<void>;
  /** A sign of life, and the cursor without an event: as EventSource keeps it, and in the comment for those whose parser gives no id without data. */
  beat(cursor: string | null): void;
  complete(): void;
}

/** A reader who takes nothing for so long is given up; he reads on from his cursor when he comes again. */
const PATIENCE_MS = 120_000;

/** The head of the answer leaves at once. */
export function openEventStream(response: ServerResponse): EventStream {
  let blockedSince: number | null = null;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // What waits for another request when the server stops would keep it from stopping.
    connection: 'close',
  });
  response.flushHeaders();
  const id = (cursor: string | null) => (cursor === null ? '' : `id: ${cursor}\n`);
  return {
    async next(result, cursor) {
      if (response.destroyed) return;
      if (response.write(`${id(cursor)}event: next\ndata: ${JSON.stringify(result)}\n\n`)) return;
      blockedSince = performance.now();
      await new Promise<void>((resolve) => {
        const go = () => {
          response.off('drain', go).off('close', go);
          resolve();
        };
        response.on('drain', go).on('close', go);
      });
      blockedSince = null;
    },
    beat(cursor) {
      if (blockedSince === null) response.write(`: ${cursor ?? ''}\n${id(cursor)}\n`);
      else if (performance.now() - blockedSince > PATIENCE_MS) response.destroy();
    },
    complete() {
      response.end('event: complete\ndata: \n\n');
    },
  };
}
