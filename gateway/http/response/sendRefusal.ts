import type { FastifyReply } from 'fastify';
import { COMPLETE_EVENT, nextEvent } from '../../../protocol/eventStream/eventFormat.ts';
import { refusals } from '../../telemetry/topics.ts';
import { Refusal } from '../refusal.ts';
import { EVENTS, type MediaType, mediaTypeOf, PLAIN_JSON } from './mediaType.ts';

/** Sends a refusal in the media type that the client accepts, if possible. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, errors, headers, code } = refusal;
  if (refusals.hasSubscribers()) {
    const limit = errors[0]?.extensions?.limit;
    refusals.publish({ code, limit: typeof limit === 'string' ? limit : null });
  }
  const mediaType = mediaTypeOf(reply.request.headers.accept) ?? PLAIN_JSON;
  reply.code(status).headers({ ...headers });
  // Clients read a stream of events only with status 200.
  if (mediaType === EVENTS && status !== 200) return reply.type(PLAIN_JSON.contentType).send({ errors });
  reply.type(mediaType.contentType);
  return reply.send(mediaType === EVENTS ? nextEvent(JSON.stringify({ errors })) + COMPLETE_EVENT : { errors });
}

/** Runs a check of an operation. Its refusals get the status that the client expects (MediaType.reportsFaultsAsOk). */
export function withFaultStatus<T>({ reportsFaultsAsOk }: MediaType, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw reportsFaultsAsOk && error instanceof Refusal && error.status === 400 ? error.withStatus(200) : error;
  }
}
