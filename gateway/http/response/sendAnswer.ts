import type { FastifyReply } from 'fastify';
import { COMPLETE_EVENT, nextEvent } from '../../../protocol/eventStream/eventFormat.ts';
import type { Answer } from '../../execution/engine.ts';
import { codingFor, compress } from './compression.ts';
import { EVENTS, type MediaType } from './mediaType.ts';

/** Sends the answer of an operation, compressed where that is worth it. */
export async function sendAnswer(reply: FastifyReply, mediaType: MediaType, answer: Answer): Promise<FastifyReply> {
  reply.type(mediaType.contentType);
  if (!answer.executed && !mediaType.reportsFaultsAsOk) reply.code(isInternalError(answer) ? 500 : 400);
  if (mediaType === EVENTS) return reply.send(nextEvent(answer.body.toString()) + COMPLETE_EVENT);
  const coding = codingFor(answer.body, reply.request.headers['accept-encoding']);
  if (coding === null) return reply.send(answer.body);
  return reply.header('content-encoding', coding).send(await compress(answer.body, coding));
}

/** An operation that the schema allows but that could not be planned. */
function isInternalError({ errors }: Answer): boolean {
  return errors[0]?.extensions?.code === 'INTERNAL_SERVER_ERROR';
}
