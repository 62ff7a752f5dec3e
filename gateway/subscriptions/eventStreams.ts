import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { openEventStream } from '../../protocol/eventStream/openEventStream.ts';
import type { Answer, SubscriptionEvent } from '../execution/engine.ts';
import { refuse } from '../http/refusal.ts';
import { abortOnDisconnect } from '../http/request/clientDisconnect.ts';
import type { Limits } from '../limits/limits.ts';
import { eventStreams as streamsTopic } from '../telemetry/topics.ts';
import { type Session, type SessionOptions, startSession } from './session.ts';
import { createStreamLimit } from './streamLimit.ts';

/** A subscription of one client. */
export interface ClientSubscription extends Pick<SessionOptions, 'charge' | 'checkAccess'> {
  /** Streams are limited by it: the user, or the client's address. */
  subject: string;
  /** Starts the subscription. @param cancel aborted when the client disconnects or the stream is ended */
  start(cancel: AbortController): Promise<Answer | AsyncIterable<SubscriptionEvent>>;
}

export interface EventStreams {
  /**
   * Sends events until the subscription ends, the client disconnects, or the user loses access.
   *
   * @returns after the start: an answer where nothing is streamed, else null
   * @throws Refusal where the stream does not start
   */
  serve(request: FastifyRequest, reply: FastifyReply, subscription: ClientSubscription): Promise<Answer | null>;
  /** Ends all streams: clients resume at another gateway. */
  stop(): void;
}

/** A client that takes nothing for this long is disconnected. */
const PATIENCE_MS = 30_000;

/** The event streams of one gateway. */
export function createEventStreams(limits: Limits, log: Logger): EventStreams {
  const sessions = new Set<Session>();
  const limit = createStreamLimit(limits);
  let isStopping = false;
  return {
    async serve(request, reply, { subject, start, charge, checkAccess }) {
      if (isStopping) throw gatewayStopping();
      const release = limit.acquire(subject);
      const cancel = abortOnDisconnect(reply);
      try {
        const started = await start(cancel);
        reply.hijack();
        const headers = reply.getHeaders() as Record<string, string>;
        const stream = openEventStream(reply.raw, { headers, patienceMs: PATIENCE_MS });
        if (!(Symbol.asyncIterator in started)) {
          stream.complete(started.body.toString());
          release();
          return started;
        }
        streamsTopic.publish({ change: 1 });
        const requestId = request.id;
        const options: SessionOptions = {
          charge,
          checkAccess,
          onError(error) {
            const { name, code } = error as Partial<Error & { code: unknown }>;
            log.error({ requestId, type: name, code }, 'stream failed');
          },
          onEnd(events, code) {
            streamsTopic.publish({ change: -1 });
            sessions.delete(session);
            release();
            log.info({ requestId, events, code, ms: Math.round(reply.elapsedTime) }, 'stream ended');
          },
        };
        const session = startSession(started, stream, options, cancel);
        sessions.add(session);
        if (isStopping) session.end(gatewayStopping());
        return null;
      } catch (error) {
        release();
        throw error;
      }
    },
    stop() {
      isStopping = true;
      for (const session of sessions) session.end(gatewayStopping());
    },
  };
}

const gatewayStopping = () => refuse(503, 'GATEWAY_STOPPING', 'The gateway stops; go on after the last cursor.');
