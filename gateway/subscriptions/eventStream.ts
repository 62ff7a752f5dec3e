import type { ServerResponse } from 'node:http';
import { EVENTS } from '../http/response/mediaType.ts';
import { COMPLETE, next } from './eventFormat.ts';

/** A stream of events to one caller. */
export interface EventStream {
  /** Resolves when there is room for more, or the caller has gone. @param response JSON in one line */
  next(response: string, cursor: string | null): Promise<void>;
  /** Everything up to the cursor has been sent, or was not for this caller. */
  passed(cursor: string): void;
  /** A sign of life, for whoever is between; false for a caller who has taken nothing for too long, and is given up. */
  beat(): boolean;
  /** The end, with a last response where there is one. */
  complete(response: string | null): void;
}

/** A caller who takes nothing for so long is not waited for; what he missed he gets after his cursor. */
const PATIENCE_MS = 30_000;
/** What is written last has so long to leave. */
const FAREWELL_MS = 2_000;

/** The head of the answer leaves at once. @param headers what every answer of the door has */
export function openEventStream(
  response: ServerResponse,
  headers: Record<string, unknown>,
  patienceMs = PATIENCE_MS,
): EventStream {
  let cursor: string | null = null;
  let blockedSince: number | null = null;
  response.writeHead(200, {
    ...(headers as Record<string, string>),
    'content-type': EVENTS.contentType,
    // A connection that waits for another request when the server stops would keep it from stopping.
    connection: 'close',
    // nginx would keep events until it has a page of them.
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const id = () => (cursor === null ? '' : `id: ${cursor}\n`);
  const isOver = () => response.writableEnded || response.destroyed;
  return {
    async next(text, at) {
      if (isOver()) return;
      cursor = at ?? cursor;
      if (response.write(id() + next(text))) return;
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
    passed(at) {
      cursor = at;
    },
    beat() {
      if (isOver()) return true;
      // Without data it is no event: it only says from where to go on.
      if (blockedSince === null) response.write(`:\n${id()}\n`);
      else if (performance.now() - blockedSince > patienceMs) {
        response.destroy();
        return false;
      }
      return true;
    },
    complete(text) {
      if (isOver()) return;
      response.end((text === null ? '' : next(text)) + COMPLETE);
      setTimeout(() => response.destroy(), FAREWELL_MS).unref();
    },
  };
}
