import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Word } from './context/word.ts';
import { follow } from './course.ts';
import { withinTime } from './door/deadline.ts';
import { serveGraphiql } from './door/graphiql.ts';
import { parseGraphqlRequests } from './door/graphqlRequest.ts';
import type { Identity, Who } from './door/identity.ts';
import { acceptJsonOnly, refusalOf } from './door/jsonBody.ts';
import { languageOf } from './door/language.ts';
import type { Limits } from './door/limits.ts';
import { limitRates } from './door/rates.ts';
import { namedReferral, REFERRAL_HEADER, type Referrals } from './door/referral.ts';
import { refuse, sendRefusal } from './door/refusal.ts';
import { sendSecurityHeaders } from './door/securityHeaders.ts';
import { createTurns } from './door/turns.ts';
import type { Answer } from './engine/engine.ts';
import type { Graph } from './graph.ts';
import type { Tracing } from './tracing/span.ts';
import type { Viewer } from './viewer.ts';

export interface GatewayParts {
  graph: Graph;
  /** Who may ask, and for what reason; null where nobody has to sign in. */
  people: { identity: Identity; referrals: Referrals } | null;
  limits: Limits;
  production: boolean;
  /** Proxies whose word on a caller's address is believed; none where this is null. */
  trustedProxies: readonly string[] | null;
  /** The OpenID Connect provider where people sign in for GraphiQL; null where no browser is served (production). */
  graphiqlIssuer: string | null;
  log: Logger;
  /** Null where nothing is traced. */
  tracing: Tracing | null;
  /** Makes the server, where it is to speak something else than plain HTTP. */
  serverFactory?: (handler: RequestListener) => Server;
}

/** A request that has not arrived whole by then is given up: nobody holds a connection by sending slowly. */
const ARRIVAL_MS = 30_000;
const REQUEST_ID = /^[A-Za-z0-9_-]{1,64}$/;
const NO_SUCH_ADDRESS = () => refuse(404, 'NOT_FOUND', 'Nothing is at this address; operations go to /graphql.');
const REFUSALS = {
  MISSING_TOKEN: { status: 401, message: 'Sign in: the Authorization header carries no bearer token.' },
  INVALID_TOKEN: {
    status: 401,
    message: 'Sign in again: the token is not valid, has expired, or lacks agency, region or roles.',
  },
  IDENTITY_PROVIDER_UNREACHABLE: { status: 503, message: 'The identity provider cannot be reached; try again.' },
} as const satisfies Record<Extract<Who, { refused: string }>['refused'], object>;

/** The one door, assembled and not listening: who is asking, what is asked; the engine answers. */
export async function createGateway(parts: GatewayParts): Promise<FastifyInstance> {
  const { graph, people, limits, production, graphiqlIssuer, trustedProxies, log, tracing, serverFactory } = parts;
  const { door, engine } = graph;
  const app = Fastify({
    ...(serverFactory && { serverFactory }),
    bodyLimit: limits.bodyBytes,
    requestTimeout: ARRIVAL_MS,
    forceCloseConnections: 'idle',
    ...(trustedProxies && { trustProxy: [...trustedProxies] }),
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    // An address that is none never reaches the hooks below.
    frameworkErrors: (_error, _request, reply) => sendRefusal(reply, NO_SUCH_ADDRESS()),
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const refusal = refusalOf(error, limits.bodyBytes);
    if (refusal) return sendRefusal(reply, refusal);
    log.error({ requestId: request.id, type: error.name, code: error.code }, 'request failed');
    const message = 'An internal error; the log has it under the x-request-id.';
    return sendRefusal(reply, refuse(500, 'INTERNAL_SERVER_ERROR', message, { id: request.id }));
  });
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, NO_SUCH_ADDRESS()));
  await sendSecurityHeaders(app, production);
  const rates = await limitRates(app, limits);
  acceptJsonOnly(app);

  const turns = createTurns(limits.userAtATime);
  app.get('/health', () => ({ status: 'ok', part: 'gateway' }));
  app.get('/ready', () => ({ status: 'ready', part: 'gateway' }));
  app.post('/graphql', (request, reply) =>
    follow(tracing, request, reply, async (course) => {
      const viewer = people && (await whoAsks(request, people.identity));
      const referral = people && namedReferral(request.headers[REFERRAL_HEADER]);
      const requests = parseGraphqlRequests(request.body, limits.batch);
      let left = '';
      if (viewer) for (const _each of requests) left = await rates.countUser(request, reply, viewer.subject);
      let window: Word | undefined;
      const stop = new AbortController();
      reply.raw.once('close', () => reply.raw.writableFinished || stop.abort());
      const work = async () => {
        // Given up before its turn came: nothing is begun for somebody who is not waiting any more.
        if (stop.signal.aborted) throw refuse(503, 'GIVEN_UP', 'The caller has gone.');
        const admitted = course.admit(() => requests.map((asked) => door.admit(asked, viewer)));
        if (viewer) for (const { cost } of admitted) rates.chargeCost(reply, left, viewer.subject, cost);
        if (viewer && referral !== null) window = people.referrals.ask(referral, viewer);
        return Promise.all(
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
      };
      // Nobody has a turn of their own where nobody is known.
      const running = viewer ? turns.take(viewer.subject, work) : work();
      const answers = await withinTime(limits.milliseconds, stop, running);
      if (viewer && answers.some(({ usedWindow }) => usedWindow))
        await people.referrals.requireOpen(referral, viewer, window);
      course.answers = answers;
      return sendAnswers(reply, answers, Array.isArray(request.body));
    }),
  );
  const graphiql = graphiqlIssuer === null ? null : await serveGraphiql(app, graphiqlIssuer);
  app.get('/graphql', (request, reply) => {
    if (graphiql && request.headers.accept?.includes('text/html')) return graphiql.send(reply);
    throw refuse(405, 'METHOD_NOT_ALLOWED', 'Send operations by POST.', { accepted: 'POST' }, { allow: 'POST' });
  });
  app.addHook('onClose', () => engine.stop());
  return app;
}

/** @throws Refusal where nobody is who may ask */
async function whoAsks(request: FastifyRequest, identity: Identity): Promise<Viewer> {
  const who = await identity.identify(request.headers.authorization);
  if ('refused' in who) {
    const { status, message } = REFUSALS[who.refused];
    const headers = status === 401 ? { 'www-authenticate': 'Bearer realm="casegraph"' } : undefined;
    throw refuse(status, who.refused, message, {}, headers);
  }
  return { ...who.viewer, language: languageOf(request.headers['accept-language']) };
}

function sendAnswers(reply: FastifyReply, answers: readonly Answer[], batch: boolean): FastifyReply {
  reply.type('application/json; charset=utf-8');
  const bodies = answers.map(({ body }) => body);
  if (batch) return reply.send(`[${bodies.map(String).join(',')}]`);
  return reply.code(answers[0]?.executed ? 200 : 400).send(bodies[0]);
}
