import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Course, follow } from './course.ts';
import { createDeadlines } from './door/deadline.ts';
import { parseGraphqlRequests } from './door/graphqlRequest.ts';
import type { Identity, Who } from './door/identity.ts';
import { languageOf } from './door/language.ts';
import type { Limits } from './door/limits.ts';
import type { Rates } from './door/rates.ts';
import { namedReferral, REFERRAL_HEADER } from './door/referral.ts';
import { refuse } from './door/refusal.ts';
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

/** Answers a request that carries operations: who asks, within which shares, what; then the engine. */
export function createOperations({ graphs, identity, limits, rates, tracing }: OperationsParts) {
  const turns = createTurns(limits.userAtATime);
  const deadlines = createDeadlines(limits.milliseconds);
  const answer = async (request: FastifyRequest, reply: FastifyReply, course: Course): Promise<FastifyReply> => {
    const viewer = identity && (await whoAsks(request, identity));
    const referral = identity && namedReferral(request.headers[REFERRAL_HEADER]);
    const requests = parseGraphqlRequests(request.body, limits.batch);
    const left = viewer ? await rates.countUser(request, reply, viewer.subject, requests.length) : '';
    const stop = new AbortController();
    reply.raw.once('close', () => reply.raw.writableFinished || stop.abort());
    const ask = async ({ door, engine, referrals }: Graph): Promise<readonly Answer[]> => {
      // Given up before its turn came: nothing is begun for somebody who is not waiting any more.
      if (stop.signal.aborted) throw refuse(503, 'GIVEN_UP', 'The caller has gone.');
      const admitted = course.admit(() => requests.map((asked) => door.admit(asked, viewer)));
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
    return sendAnswers(reply, answers, Array.isArray(request.body));
  };
  return (request: FastifyRequest, reply: FastifyReply) =>
    follow(tracing, request, reply, (course) => answer(request, reply, course));
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

function sendAnswers(reply: FastifyReply, answers: readonly Answer[], batch: boolean): FastifyReply {
  reply.type('application/json; charset=utf-8');
  const bodies = answers.map(({ body }) => body);
  if (batch) return reply.send(`[${bodies.map(String).join(',')}]`);
  return reply.code(answers[0]?.executed ? 200 : 400).send(bodies[0]);
}
