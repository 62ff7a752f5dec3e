import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { recognised, whoAsks } from './auth/authenticate.ts';
import { namedReferral, REFERRAL_HEADER } from './auth/referrals/exchangeGrants.ts';
import type { Identity } from './auth/tokenVerifier.ts';
import type { Answer } from './execution/engine.ts';
import { nextFlush } from './execution/flush.ts';
import { type Refusal, refuse, tellingAs } from './http/refusal.ts';
import { parseGraphqlRequests } from './http/request/graphqlRequest.ts';
import { codingFor, compress } from './http/response/compression.ts';
import { EVENTS, type MediaType, mediaTypeOf, PLAIN_JSON, takesEvents } from './http/response/mediaType.ts';
import type { Admitted } from './limits/admission.ts';
import { createTurns } from './limits/concurrencyLimit.ts';
import { withDeadline } from './limits/deadline.ts';
import type { Limits } from './limits/limits.ts';
import type { Rates } from './limits/rateLimits.ts';
import { COMPLETE, next } from './subscriptions/eventFormat.ts';
import type { Streams } from './subscriptions/eventStreams.ts';
import { createSubscriptions } from './subscriptions/subscriptions.ts';
import type { Graphs } from './supergraph/currentSupergraph.ts';
import type { Graph } from './supergraph/servedSupergraph.ts';
import { type Course, follow } from './telemetry/requestTelemetry.ts';
import type { Tracing } from './telemetry/span.ts';

export interface OperationsParts {
  graphs: Graphs;
  /** Null where nobody has to sign in. */
  identity: Identity | null;
  limits: Limits;
  rates: Rates;
  streams: Streams;
  /** Null where nothing is traced. */
  tracing: Tracing | null;
}

/** Answers requests that carry operations: who asks, within which shares, what; then the engine. */
export interface Operations {
  /** @param body of a POST, or of a URL in the same form */
  answer(request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<FastifyReply>;
}

export function createOperations(parts: OperationsParts): Operations {
  const { graphs, identity, limits, rates, tracing } = parts;
  const turns = createTurns(limits.userAtATime);
  const subscriptions = createSubscriptions(parts);
  const answersTo = async (
    request: FastifyRequest,
    reply: FastifyReply,
    body: unknown,
    mediaType: MediaType,
    course: Course,
  ) => {
    const viewer = identity && (recognised(request, identity) ?? (await whoAsks(request, identity)));
    const referral = identity && namedReferral(request.headers[REFERRAL_HEADER]);
    const requests = parseGraphqlRequests(body, limits.batch);
    const left = viewer ? rates.countUser(reply, viewer.subject, requests.length) : '';
    const [only, another] = requests;
    if (only && !another && takesEvents(request.headers.accept)) {
      const asked = { viewer, referral, left, asked: only, mediaType, course };
      if (await subscriptions.answer(request, reply, asked)) return null;
    }
    const stop = new AbortController();
    reply.raw.once('close', () => reply.raw.writableFinished || stop.abort());
    // Gone while it was found out who asks: nothing says so again.
    if (reply.raw.destroyed) stop.abort();
    const requestId = request.id;
    const ask = async ({ door, engine, referrals }: Graph): Promise<readonly Answer[]> => {
      // Given up before its turn came: nothing is begun for somebody who is not waiting any more.
      if (stop.signal.aborted) throw refuse(503, 'GIVEN_UP', 'The caller has gone.');
      const admitted = course.admit(() =>
        tellingAs(mediaType, () => requests.map((asked) => door.admit(asked, viewer))),
      );
      if (admitted.some(isSubscription)) throw eventsOnly();
      if (request.method !== 'POST') requireQueries(admitted);
      if (viewer) for (const { cost } of admitted) rates.chargeCost(reply, left, viewer.subject, cost);
      const window = viewer && referral !== null ? referrals?.wordOn(referral, { viewer, requestId }) : undefined;
      const execute = ({ document, node, query, variables }: Admitted) =>
        engine.execute({
          document,
          node,
          query,
          variables,
          viewer,
          referral,
          window,
          requestId,
          span: course.span,
          signal: stop.signal,
        });
      const [first, ...others] = admitted;
      const answers = first && others.length === 0 ? [await execute(first)] : await Promise.all(admitted.map(execute));
      if (viewer && answers.some(({ usedWindow }) => usedWindow))
        await referrals?.requireOpen(referral, { viewer, requestId }, window);
      return answers;
    };
    // What is asked is checked and answered by one graph, whichever is served when its turn comes.
    const work = () => graphs.use(ask);
    // Nobody has a turn of their own where nobody is known.
    const running = viewer ? turns.take(viewer.subject, work) : work();
    const answers = await withDeadline(limits.milliseconds, stop, running);
    course.answers = answers;
    // Its time is the caller's, too: whoever counts and traces is told after it.
    await nextFlush();
    return answers;
  };
  return {
    async answer(request, reply, body) {
      const mediaType = requireMediaType(request.headers.accept);
      const answers = await follow(tracing, request, reply, (course) =>
        answersTo(request, reply, body, mediaType, course),
      );
      return answers ? sendAnswers(request, reply, mediaType, answers, Array.isArray(body)) : reply;
    },
  };
}

/** @throws Refusal 406 */
function requireMediaType(accept: string | undefined): MediaType {
  const mediaType = mediaTypeOf(accept);
  if (mediaType) return mediaType;
  throw refuse(406, 'NOT_ACCEPTABLE', 'Answers come as JSON.', {
    accepted: 'application/graphql-response+json, application/json, text/event-stream',
  });
}

function isSubscription({ node }: Pick<Admitted, 'node'>): boolean {
  return node.operation === OperationTypeNode.SUBSCRIPTION;
}

function eventsOnly(): Refusal {
  const message = 'A subscription is answered by server-sent events, one in a request.';
  return refuse(406, 'NOT_ACCEPTABLE', message, { accepted: 'accept: text/event-stream' });
}

/** What is sent by GET may be sent again by anybody on the way. @throws Refusal 405 */
function requireQueries(admitted: readonly Pick<Admitted, 'node'>[]): void {
  if (admitted.every(({ node }) => node.operation === OperationTypeNode.QUERY)) return;
  throw refuse(405, 'METHOD_NOT_ALLOWED', 'Send mutations by POST.', { accepted: 'POST' }, { allow: 'POST' });
}

/** An operation that the schema allows, and that cannot be planned. */
function isOurFault({ errors }: Answer): boolean {
  return errors[0]?.extensions?.code === 'INTERNAL_SERVER_ERROR';
}

function sendAnswers(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  mediaType: MediaType,
  answers: readonly Answer[],
  batch: boolean,
): FastifyReply | Promise<FastifyReply> {
  const [first] = answers;
  // An array of responses is no GraphQL response.
  reply.type((batch ? PLAIN_JSON : mediaType).contentType);
  if (!batch && first && !first.executed && !mediaType.tellsFaultsAsOk) reply.code(isOurFault(first) ? 500 : 400);
  if (mediaType === EVENTS && first) return reply.send(next(first.body.toString()) + COMPLETE);
  const body = batch || !first ? Buffer.from(`[${answers.map(({ body }) => body.toString()).join(',')}]`) : first.body;
  const coding = codingFor(body, headers['accept-encoding']);
  if (coding === null) return reply.send(body);
  return compress(body, coding).then((compressed) => reply.header('content-encoding', coding).send(compressed));
}
