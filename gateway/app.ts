import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { REQUEST_ID_HEADER } from '../protocol/headers.ts';
import type { Tracing } from '../protocol/tracing.ts';
import type { TokenVerifier } from './auth/tokenVerifier.ts';
import { drainAtClose } from './http/drain.ts';
import { serveGraphiql } from './http/graphiql/graphiql.ts';
import { serveGraphql } from './http/graphqlEndpoint.ts';
import { refuse } from './http/refusal.ts';
import { acceptJsonOnly, refusalOf } from './http/request/jsonBody.ts';
import { addSecurityHeaders } from './http/response/securityHeaders.ts';
import { sendRefusal } from './http/response/sendRefusal.ts';
import type { Limits } from './limits/limits.ts';
import { createRateLimits } from './limits/rateLimits.ts';
import { createRequestPipeline } from './requestPipeline.ts';
import { createEventStreams } from './subscriptions/eventStreams.ts';
import type { CurrentSupergraph } from './supergraph/currentSupergraph.ts';
import type { Reload } from './supergraph/reload.ts';

export interface GatewayParts {
  supergraph: CurrentSupergraph;
  reload: Reload;
  /** Null where nobody has to sign in. */
  tokens: TokenVerifier | null;
  limits: Limits;
  production: boolean;
  /** Proxies that are trusted to give the client's address; null for none. */
  trustedProxies: readonly string[] | null;
  /** The OpenID Connect provider where users sign in for GraphiQL; null: there is no GraphiQL (production). */
  graphiqlIssuer: string | null;
  log: Logger;
  /** Null where nothing is traced. */
  tracing: Tracing | null;
  /** How long the gateway goes on answering after it is told to stop, until clients use another one. */
  lingerMs: number;
  /** Creates the server, if it is not plain HTTP. */
  serverFactory?: (handler: RequestListener) => Server;
}

/** A request must arrive completely in this time, so that nobody can hold a connection by sending slowly. */
const REQUEST_TIMEOUT_MS = 30_000;
/** The request headers that an answer depends on. */
const VARY = 'accept, accept-encoding, accept-language';
const notFound = () => refuse(404, 'NOT_FOUND', 'Nothing is at this address; operations go to /graphql.');

/** The gateway as a Fastify application that does not listen yet. */
export async function createGateway(parts: GatewayParts): Promise<FastifyInstance> {
  const { supergraph, tokens, limits, production, graphiqlIssuer, trustedProxies, log, serverFactory } = parts;
  const app = Fastify({
    ...(serverFactory && { serverFactory }),
    bodyLimit: limits.bodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // Requests that come during the shutdown are answered.
    return503OnClosing: false,
    ...(trustedProxies && { trustProxy: [...trustedProxies] }),
    // Never the client's id: it goes into audit trails, and could be that of another request, or personal data.
    genReqId: () => randomUUID(),
    // For URLs that are not valid, which do not reach the hooks below.
    frameworkErrors: (_error, _request, reply) => sendRefusal(reply, notFound()),
  });
  await addSecurityHeaders(app, production);
  const rateLimits = createRateLimits(limits);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('vary', VARY).header(REQUEST_ID_HEADER, request.id);
    rateLimits.countAddress(request);
    done();
  });
  if (log.isLevelEnabled('info')) logRequests(app, log);
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const refusal = refusalOf(error, limits.bodyBytes);
    if (refusal) return sendRefusal(reply, refusal);
    log.error({ requestId: request.id, type: error.name, code: error.code }, 'request failed');
    const message = 'An internal error; the log has it under the x-request-id.';
    return sendRefusal(reply, refuse(500, 'INTERNAL_SERVER_ERROR', message, { id: request.id }));
  });
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, notFound()));
  acceptJsonOnly(app);
  const streams = createEventStreams(limits, log);
  serveHealth(app, parts);
  app.addHook('preClose', async () => streams.stop());
  const graphiql = graphiqlIssuer === null ? null : await serveGraphiql(app, graphiqlIssuer);
  const pipeline = createRequestPipeline({ ...parts, rateLimits, streams });
  serveGraphql(app, pipeline, tokens !== null, graphiql);
  app.addHook('onClose', () => supergraph.stop());
  return app;
}

/** /health: the process runs. /ready: it takes requests, and with which supergraph. */
function serveHealth(app: FastifyInstance, { supergraph, reload, lingerMs }: GatewayParts): void {
  const isStopping = drainAtClose(app, lingerMs);
  app.get('/health', () => ({ status: 'ok', part: 'gateway' }));
  app.get('/ready', (_request, reply) => {
    const state = { part: 'gateway', supergraph: { version: supergraph.served.version, refused: reload.refused } };
    if (!isStopping()) return { status: 'ready', ...state };
    return reply.code(503).send({ status: 'leaving', ...state });
  });
}

function logRequests(app: FastifyInstance, log: Logger): void {
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
}
