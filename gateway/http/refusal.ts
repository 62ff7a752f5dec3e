import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { COMPLETE, next } from '../subscriptions/eventFormat.ts';
import { refusals } from '../telemetry/topics.ts';
import { EVENTS, type MediaType, mediaTypeOf, PLAIN_JSON } from './response/mediaType.ts';

/** A request that the door turns away: a status, and errors that carry a code and never a value that came. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly GraphQLFormattedError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    errors: readonly GraphQLFormattedError[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super('refused');
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }

  /** The same with another status. */
  as(status: number): Refusal {
    return new Refusal(status, this.errors, this.headers);
  }
}

/** A refusal with one error. */
export function refuse(
  status: number,
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return new Refusal(status, [{ message, extensions: { code, ...details } }], headers);
}

/** One of the limits of limits.ts was passed: which, what came, and what is accepted. */
export function overLimit(limit: string, received: number | null, accepted: number, status = 400): Refusal {
  const came = received === null ? 'More' : `${received}`;
  return refuse(status, 'LIMIT_EXCEEDED', `${came} came, at most ${accepted} are accepted: ${limit}.`, {
    limit,
    received,
    accepted,
  });
}

/** What is wrong with an operation, with the status that the caller expects of it. */
export function tellingAs<T>({ tellsFaultsAsOk }: MediaType, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw tellsFaultsAsOk && error instanceof Refusal && error.status === 400 ? error.as(200) : error;
  }
}

/** Sends it as the caller takes it, where that can be. */
export function sendRefusal(reply: FastifyReply, { status, errors, headers }: Refusal): FastifyReply {
  if (refusals.hasListeners()) {
    const { code, limit } = errors[0]?.extensions ?? {};
    refusals.tell({ code: String(code), limit: typeof limit === 'string' ? limit : null });
  }
  const mediaType = mediaTypeOf(reply.request.headers.accept) ?? PLAIN_JSON;
  reply.code(status).headers({ ...headers });
  // By its status it is no stream of events, which a client would then not take for one.
  if (mediaType === EVENTS && status !== 200) return reply.type(PLAIN_JSON.contentType).send({ errors });
  reply.type(mediaType.contentType);
  return reply.send(mediaType === EVENTS ? next(JSON.stringify({ errors })) + COMPLETE : { errors });
}
