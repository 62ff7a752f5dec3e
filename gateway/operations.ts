import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { type Course, follow } from './course.ts';
import { codingFor, compress } from './door/compression.ts';
import { createDeadlines } from './door/deadline.ts';
import type { Admitted } from './door/door.ts';
import { parseGraphqlRequests } from './door/graphqlRequest.ts';
import type { Identity, Who } from './door/identity.ts';
import { languageOf } from './door/language.ts';
import type { Limits } from './door/limits.ts';
import { type MediaType, mediaTypeOf, PLAIN_JSON } from './door/mediaType.ts';
import type { Rates } from './door/rates.ts';
import { namedReferral, REFERRAL_HEADER } from './door/referral.ts';
import { Refusal, refuse } from './door/refusal.ts';
import { createTurns } from './door/turns.ts';
import type { Answer } from './engine/engine.ts';
import type { Graph } from './graph.ts';
import type { Graphs } from './graphs.ts';
import type { Tracing } from './tracing/span.ts';
import type { Viewer } from './viewer.ts';

export interface OperationsParts {
  graphs: Graphs;
  /** Null where nobody has to sign in. */
  identity: Identity | null;
  limits: Limits;
  rates: Rates;
  /** Null where nothing is traced. */
  tracing: Tracing | null;
}

const REFUSALS = {
  MISSING_TOKEN: { status: 401, message: 'Sign in: the Authorization header carries no bearer token.' },
  INVALID_TOKEN: {
    status: 401,
    message: 'Sign in again: the token is not valid, has expired, or lacks agency, region or roles.',
  },
  IDENTITY_PROVIDER_UNREACHABLE: { status: 503, message: 'The identity provider cannot be reached; try again.' },
} as const satisfies Record<Extract<Who, { refused: string }>['refused'], object>;

/** Answers requests that carry operations: who asks, within which shares, what; then the engine. */
export interface Operations {
  /** @param body of a POST, or of a URL in the same form */
  answer(request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<FastifyReply>;
}

export function createOperations({ graphs, identity, limits, rates, tracing }: OperationsParts): Operations {
  const turns = createTurns(limits.userAtATime);
  const deadlines = createDeadlines(limits.milliseconds);
  const answersTo = async (
    request: FastifyRequest,
    reply: FastifyReply,
    body: unknown,
    mediaType: MediaType,
    course: Course,
  ) => {
    const viewer = identity && (await whoAsks(request, identity));
    const referral = identity && namedReferral(request.headers[REFERRAL_HEADER]);
    const requests = parseGraphqlRequests(body, limits.batch);
    const left = viewer ? await rates.countUser(request, reply, viewer.subject, requests.length) : '';
    const stop = new AbortController();
    reply.raw.once('close', () => reply.raw.writableFinished || stop.abort());
    const ask = async ({ door, engine, referrals }: Graph): Promise<readonly Answer[]> => {
      // Given up before its turn came: nothing is begun for somebody who is not waiting any more.
      if (stop.signal.aborted) throw refuse(503, 'GIVEN_UP', 'The caller has gone.');
      const admitted = course.admit(() =>
        tellingAs(mediaType, () => requests.map((asked) => door.admit(asked, viewer))),
      );
      if (request.method !== 'POST') requireQueries(admitted);
      if (viewer) for (const { cost } of admitted) rates.chargeCost(reply, left, viewer.subject, cost);
      const window = viewer && referral !== null ? referrals?.ask(referral, viewer) : undefined;
      const answers = await Promise.all(
        admitted.map(({ document, node, query, variables }) =>
          engine.execute({
            document,
            node,
            query,
            variables,
            viewer,
            referral,
            window,
            requestId: request.id,
            span: course.span,
            signal: stop.signal,
          }),
        ),
      );
      if (viewer && answers.some(({ usedWindow }) => usedWindow))
        await referrals?.requireOpen(referral, viewer, window);
      return answers;
    };
    // What is asked is checked and answered by one graph, whichever is served when its turn comes.
    const work = () => graphs.use(ask);
    // Nobody has a turn of their own where nobody is known.
    const running = viewer ? turns.take(viewer.subject, work) : work();
    const answers = await deadlines.keep(stop, running);
    course.answers = answers;
    return answers;
  };
  return {
    async answer(request, reply, body) {
      const mediaType = requireMediaType(request.headers.accept);
      const answers = await follow(tracing, request, reply, (course) =>
        answersTo(request, reply, body, mediaType, course),
      );
      return sendAnswers(request, reply, mediaType, answers, Array.isArray(body));
    },
  };
}

/** @throws Refusal 406 */
function requireMediaType(accept: string | undefined): MediaType {
  const mediaType = mediaTypeOf(accept);
  if (mediaType) return mediaType;
  throw refuse(406, 'NOT_ACCEPTABLE', 'Answers come as JSON.', {
    accepted: 'application/graphql-response+json, application/json',
  });
}

/** What is wrong with an operation, with the status that the caller expects of it. */
function tellingAs<T>({ tellsFaultsAsOk }: MediaType, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw tellsFaultsAsOk && error instanceof Refusal && error.status === 400 ? error.as(200) : error;
  }
}

/** What is sent by GET may be sent again by anybody on the way. @throws Refusal 405 */
function requireQueries(admitted: readonly Pick<Admitted, 'node'>[]): void {
  if (admitted.every(({ node }) => node.operation === OperationTypeNode.QUERY)) return;
  throw refuse(405, 'METHOD_NOT_ALLOWED', 'Send mutations by POST.', { accepted: 'POST' }, { allow: 'POST' });
}

/** @throws Refusal where nobody is who may ask */
async function whoAsks(request: FastifyRequest, identity: Identity): Promise<Viewer> {
  const who = await identity.identify(request.headers.authorization);
  if ('refused' in who) {
    const { status, message } = REFUSALS[who.refused];
    const headers = status === 401 ? { 'www-authenticate': 'Bearer realm="casegraph"' } : undefined;
    throw refuse(status, who.refused, message, {}, headers);
  }
  return speaking(who.viewer, languageOf(request.headers['accept-language']));
}

const speakers = new WeakMap<object, Partial<Record<Viewer['language'], Viewer>>>();

/** The viewer in a language: one object for as long as the token is remembered, so that what is made of it once can be kept by it. */
function speaking(who: Omit<Viewer, 'language'>, language: Viewer['language']): Viewer {
  const known = speakers.get(who) ?? {};
  const viewer = known[language] ?? { ...who, language };
  known[language] = viewer;
  speakers.set(who, known);
  return viewer;
}

async function sendAnswers(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  mediaType: MediaType,
  answers: readonly Answer[],
  batch: boolean,
): Promise<FastifyReply> {
  const [first] = answers;
  // An array of responses is no GraphQL response.
  reply.type((batch ? PLAIN_JSON : mediaType).contentType);
  if (!batch && !first?.executed && !mediaType.tellsFaultsAsOk) reply.code(400);
  const body = batch || !first ? Buffer.from(`[${answers.map(({ body }) => body.toString()).join(',')}]`) : first.body;
  const coding = codingFor(body, headers['accept-encoding']);
  if (coding === null) return reply.send(body);
  return reply.header('content-encoding', coding).send(await compress(body, coding));
}
