import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { serveGraphiql } from './door/graphiql.ts';
import { parseGraphqlRequest } from './door/graphqlRequest.ts';
import type { Identity, Who } from './door/identity.ts';
import { languageOf } from './door/language.ts';
import { namedReferral, REFERRAL_HEADER, type Referrals } from './door/referral.ts';
import type { Engine } from './engine/engine.ts';

export interface GatewayParts {
  engine: Engine;
  identity: Identity;
  referrals: Referrals;
  /** The OpenID Connect provider where people sign in for GraphiQL; null where no browser is served (production). */
  graphiqlIssuer: string | null;
  log: Logger;
  /** Makes the server, where it is to speak something else than plain HTTP. */
  serverFactory?: (handler: RequestListener) => Server;
}

/** How long it may be since the exchange was asked about the referral; with the time that subgraphs allow themselves less than a second. */
const WORD_HOLDS_MS = 400;
const LARGEST_BODY = 1024 * 1024;
const REQUEST_ID = /^[A-Za-z0-9_-]{1,64}$/;
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
  const { engine, graphiqlIssuer, log, serverFactory } = parts;
  const app = Fastify({
    ...(serverFactory && { serverFactory }),
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: 'idle',
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
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
    const status = error.statusCode ?? 500;
    if (status < 500)
      return sendError(reply, status, 'BAD_REQUEST', 'The body is not a GraphQL request in JSON, or too large.');
    log.error({ requestId: request.id, type: error.name, code: error.code }, 'request failed');
    return sendError(reply, 500, 'INTERNAL_SERVER_ERROR', 'An internal error; the log has it under the x-request-id.');
  });

  app.get('/health', () => ({ status: 'ok', part: 'gateway' }));
  app.get('/ready', () => ({ status: 'ready', part: 'gateway' }));
  app.post('/graphql', (request, reply) => answer(request, reply, parts));
  const graphiql = graphiqlIssuer === null ? null : await serveGraphiql(app, graphiqlIssuer);
  app.get('/graphql', (request, reply) => {
    if (graphiql && request.headers.accept?.includes('text/html')) return graphiql.send(reply);
    return sendError(reply.header('allow', 'POST'), 405, 'METHOD_NOT_ALLOWED', 'Send operations by POST.');
  });
  app.addHook('onClose', () => engine.stop());
  return app;
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { engine, identity, referrals }: GatewayParts,
): Promise<FastifyReply> {
  const who = await identity.identify(request.headers.authorization);
  if ('refused' in who) {
    const { status, message } = REFUSALS[who.refused];
    if (status === 401) reply.header('www-authenticate', 'Bearer realm="casegraph"');
    return sendError(reply, status, who.refused, message);
  }
  const operation = parseGraphqlRequest(request.body);
  if (!operation)
    return sendError(reply, 400, 'BAD_REQUEST', 'The body is not a GraphQL request in JSON: an object with a query.');
  const viewer = { ...who.viewer, language: languageOf(request.headers['accept-language']) };
  let referral: string | null;
  try {
    referral = namedReferral(request.headers[REFERRAL_HEADER]);
  } catch {
    return sendError(reply, 400, 'BAD_REFERRAL', `The header ${REFERRAL_HEADER} is not the id of a referral (a UUID).`);
  }
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const result = await engine.execute({ ...operation, viewer, referral, requestId: request.id, signal: gone.signal });
  // Each subgraph has asked just before it answered; what was answered longer ago than that may have been closed since.
  const isOld = result.usedWindow && reply.elapsedTime > WORD_HOLDS_MS;
  if (isOld && referral !== null && !(await referrals.isOpen(referral, viewer)))
    return sendError(reply, 200, 'REFERRAL_NOT_OPEN', 'The referral that was named is not open, or ended meanwhile.');
  return reply.code(result.status).send(result.body);
}

function sendError(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
