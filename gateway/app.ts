import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Identity } from './auth/tokenVerifier.ts';
import { drainAtClose } from './http/drain.ts';
import { serveGraphiql } from './http/graphiql/graphiql.ts';
import { serveGraphql } from './http/graphqlEndpoint.ts';
import { refuse, sendRefusal } from './http/refusal.ts';
import { acceptJsonOnly, refusalOf } from './http/request/jsonBody.ts';
import { securityHeaders } from './http/response/securityHeaders.ts';
import type { Limits } from './limits/limits.ts';
import { createRates } from './limits/rateLimits.ts';
import { createOperations } from './requestPipeline.ts';
import { createStreams } from './subscriptions/eventStreams.ts';
import type { Graphs } from './supergraph/currentSupergraph.ts';
import type { Reload } from './supergraph/reload.ts';
import type { Tracing } from './telemetry/span.ts';

export interface GatewayParts {
  graphs: Graphs;
  reload: Reload;
  /** Null where nobody has to sign in. */
  identity: Identity | null;
  limits: Limits;
  production: boolean;
  /** Proxies whose word on a caller's address is believed; none where this is null. */
  trustedProxies: readonly string[] | null;
  /** The OpenID Connect provider where people sign in for GraphiQL; null where no browser is served (production). */
  graphiqlIssuer: string | null;
  log: Logger;
  /** Null where nothing is traced. */
  tracing: Tracing | null;
  /** How long it goes on when it is told to stop, until callers have heard of it. */
  lingerMs: number;
  /** Makes the server, where it is to speak something else than plain HTTP. */
  serverFactory?: (handler: RequestListener) => Server;
}

/** A request that has not arrived whole by then is given up: nobody holds a connection by sending slowly. */
const ARRIVAL_MS = 30_000;
/** An answer is another one for another of these. */
const VARIES = 'accept, accept-encoding, accept-language';
const NO_SUCH_ADDRESS = () => refuse(404, 'NOT_FOUND', 'Nothing is at this address; operations go to /graphql.');

/** The one door, assembled and not listening: who is asking, what is asked; the engine answers. */
export async function createGateway(parts: GatewayParts): Promise<FastifyInstance> {
  const {
    graphs,
    reload,
    identity,
    limits,
    production,
    graphiqlIssuer,
    trustedProxies,
    lingerMs,
    log,
    tracing,
    serverFactory,
  } = parts;
  const app = Fastify({
    ...(serverFactory && { serverFactory }),
    bodyLimit: limits.bodyBytes,
    requestTimeout: ARRIVAL_MS,
    forceCloseConnections: 'idle',
    // Whoever still asks is answered.
    return503OnClosing: false,
    ...(trustedProxies && { trustProxy: [...trustedProxies] }),
    // Our own: it stands in the audit trails, where a caller's could be another request's, or hold what must not be kept.
    genReqId: () => randomUUID(),
    // An address that is none never reaches the hooks below.
    frameworkErrors: (_error, _request, reply) => sendRefusal(reply, NO_SUCH_ADDRESS()),
  });
  const security = await securityHeaders(production);
  const headers = { ...security.all, vary: VARIES };
  const rates = createRates(limits);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    rates.countAddress(request);
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
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, NO_SUCH_ADDRESS()));
  acceptJsonOnly(app);
  const leaving = drainAtClose(app, lingerMs);
  const streams = createStreams(limits, log);
  app.addHook('preClose', async () => streams.stop());

  app.get('/health', () => ({ status: 'ok', part: 'gateway' }));
  app.get('/ready', (_request, reply) => {
    const supergraph = { version: graphs.current.version, refused: reload.refused };
    if (!leaving()) return { status: 'ready', part: 'gateway', supergraph };
    return reply.code(503).send({ status: 'leaving', part: 'gateway', supergraph });
  });
  const graphiql = graphiqlIssuer === null ? null : await serveGraphiql(app, graphiqlIssuer, security.pages);
  serveGraphql(
    app,
    createOperations({ graphs, identity, limits, rates, streams, tracing }),
    identity !== null,
    graphiql,
  );
  app.addHook('onClose', () => graphs.stop());
  return app;
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
