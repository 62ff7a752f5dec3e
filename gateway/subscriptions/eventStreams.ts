import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Answer, Happening } from '../execution/engine.ts';
import { refuse } from '../http/refusal.ts';
import type { Limits } from '../limits/limits.ts';
import { streamsChanged } from '../telemetry/topics.ts';
import { openEventStream } from './eventStream.ts';
import { type Permission, type Session, startSession } from './session.ts';
import { createPlaces } from './streamLimit.ts';

/** What is served to one caller. */
export interface Served extends Permission {
  /** Whose streams are counted together. */
  subject: string;
  /** Begins it. @param stop aborted when the caller has gone, or the stream is ended */
  begin(stop: AbortController): Promise<Answer | AsyncIterable<Happening>>;
}

export interface Streams {
  /**
   * Answers with events for as long as they come, the caller stays, and may.
   *
   * @returns when it has begun: what was answered at once where nothing is streamed, else null
   * @throws Refusal where it does not begin
   */
  serve(request: FastifyRequest, reply: FastifyReply, served: Served): Promise<Answer | null>;
  /** Ends all: callers go on elsewhere after their cursors. */
  stop(): void;
}

/** The streams of one gateway. */
export function createStreams(limits: Limits, log: Logger): Streams {
  const sessions = new Set<Session>();
  const places = createPlaces(limits);
  let isStopping = false;
  return {
    async serve(request, reply, served) {
      if (isStopping) throw STOPPING();
      const leave = places.take(served.subject);
      const stop = new AbortController();
      reply.raw.once('close', () => stop.abort());
      // Gone while it was found out who asks: nothing says so again.
      if (reply.raw.destroyed) stop.abort();
      try {
        const begun = await served.begin(stop);
        reply.hijack();
        const stream = openEventStream(reply.raw, reply.getHeaders());
        if (!(Symbol.asyncIterator in begun)) {
          stream.complete(begun.body.toString());
          leave();
          return begun;
        }
        streamsChanged.tell({ by: 1 });
        const failed = (error: unknown) => {
          const { name, code } = error as Partial<Error & { code: unknown }>;
          log.error({ requestId: request.id, type: name, code }, 'stream failed');
        };
        const session = startSession(begun, stream, { ...served, failed }, stop, (events, code) => {
          streamsChanged.tell({ by: -1 });
          sessions.delete(session);
          leave();
          log.info({ requestId: request.id, events, code, ms: Math.round(reply.elapsedTime) }, 'stream ended');
        });
        sessions.add(session);
        if (isStopping) session.end(STOPPING());
        return null;
      } catch (error) {
        leave();
        throw error;
      }
    },
    stop() {
      isStopping = true;
      for (const session of sessions) session.end(STOPPING());
    },
  };
}

const STOPPING = () => refuse(503, 'GATEWAY_STOPPING', 'The gateway stops; go on after the last cursor.');
