import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Knex } from 'knex';
import type { Registry } from 'prom-client';
import { CONTEXT_HEADER, REQUEST_ID_HEADER } from '../../../protocol/headers.ts';
import { acceptRequestId } from '../../../protocol/requestId.ts';
import type { Tracing } from '../../../protocol/tracing.ts';
import { scopeOf } from '../database/rowScope.ts';
import { serveEventStreams } from '../events/eventStream/serve.ts';
import type { Feed } from '../events/feed.ts';
import type { SharingSession } from '../sharing/session.ts';
import type { Viewer } from '../viewer.ts';
import { CallerGone, callerOf } from './clientDisconnect.ts';
import { closeConnections } from './closing.ts';
import { createDocuments } from './graphql/documents.ts';
import { serveOperations } from './graphql/serve.ts';
import { keepRawBodies } from './httpBody.ts';
import type { Logger } from './logger.ts';
import { serveMetrics } from './metrics.ts';
import { enterRequestId, enterScope, runTraced } from './requestState.ts';
import { createRequestVerifier, type RequestContext } from './signedContext.ts';
import { traceServer } from './tracing.ts';

/** How long connections and requests of a server may take, as Fastify tells whoever makes the server. */
export interface ServerTimeouts {
  requestTimeout?: number;
  keepAliveTimeout?: number;
  http?: { headersTimeout?: number; connectionsCheckingInterval?: number } | null;
}

export type ServerFactory = (handler: RequestListener, timeouts?: ServerTimeouts) => Server;

/**
 * How long a caller may keep a connection. Callers are the gateway and other agencies, which write a request in one go: what
 * comes more slowly is held open on purpose. Event streams have no limit once they have begun.
 */
const TIMEOUTS = {
  http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
  /** The whole of a request, headers included. */
  requestTimeout: 10_000,
  /** Work that nobody gave up: the gateway waits ten seconds, a sender of envelopes less than a minute. */
  handlerTimeout: 60_000,
  /** Between requests; longer than any part keeps an idle connection to another, so that none is closed as it is used. */
  keepAliveTimeout: 72_000,
} as const;

/** What every subgraph's context has, whatever else it has. */
export interface BaseContext {
  viewer: Viewer;
  requestId: string;
  sharing: SharingSession;
}

export interface ServerParts<Context extends BaseContext> {
  agency: string;
  schema: GraphQLSchema;
  contextKey: Uint8Array;
  /** Whether an agency of this code has joined the hub. */
  knowsAgency: (code: string) => boolean;
  production: boolean;
  db: Knex;
  feed: Feed;
  log: Logger;
  /** Makes the server, where it is to speak something else than plain HTTP. */
  serverFactory?: ServerFactory | undefined;
  /** Where requests are traced. */
  tracing?: Tracing | undefined;
  /** Whether it answers /metrics. */
  metrics?: boolean | undefined;
  contextFor: (asking: RequestContext) => Context;
}

/** What the gateway's signed context says of a request, once; null where it is missing or not valid. From here on the request sees the viewer's rows. */
export type Authenticate = (request: FastifyRequest) => Promise<RequestContext | null>;

export interface SubgraphServer {
  app: FastifyInstance;
  /** For what else the server is asked by the gateway. */
  authenticate: Authenticate;
  /** Null where no metrics are read. */
  metrics: Registry | null;
}

const LARGEST_BODY = 1024 * 1024;

/** A subgraph's HTTP server, not listening yet: /graphql for the gateway alone, /health, /ready. */
export async function createServer<Context extends BaseContext>(parts: ServerParts<Context>): Promise<SubgraphServer> {
  const { agency, schema, contextKey, knowsAgency, production, db, feed, log, serverFactory, tracing, contextFor } =
    parts;
  const isMeasured = parts.metrics === true;
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: 'idle',
    ...TIMEOUTS,
    ...(serverFactory && { serverFactory }),
  });
  keepRawBodies(app);
  app.addHook('onRequest', (request, reply, done) =>
    runTraced(acceptRequestId(request.headers[REQUEST_ID_HEADER], randomUUID), done, callerOf(reply.raw)),
  );
  if (tracing) traceServer(app, db, tracing);
  app.get('/health', () => ({ status: 'ok', part: agency }));
  app.get('/ready', async (_request, reply) => {
    await db.raw('select 1').catch(() => reply.code(503));
    return { status: reply.statusCode === 200 ? 'ready' : 'waiting for its database', part: agency };
  });

  const contexts = await createRequestVerifier(agency, contextKey, knowsAgency);
  const authenticate: Authenticate = async (request) => {
    const header = request.headers[CONTEXT_HEADER];
    const asking = await contexts.verify(typeof header === 'string' ? header : undefined, request.rawBody);
    if (!asking) return null;
    enterScope(scopeOf(asking.viewer));
    enterRequestId(asking.requestId);
    return asking;
  };
  const identify = async (request: FastifyRequest) => {
    const asking = await authenticate(request);
    return asking && { ...asking, context: () => contextFor(asking) };
  };
  const served = { schema, documents: createDocuments(schema, !production), identify, log };
  serveEventStreams(app, served);
  serveOperations(app, served);
  // Streams end before the server waits for what it has begun.
  app.addHook('preClose', () => feed.close());
  closeConnections(app);
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500 && !(error instanceof CallerGone)) log.error({ err: error }, 'request failed');
    return reply.code(status).send({ code: status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' });
  });
  return { app, authenticate, metrics: isMeasured ? serveMetrics(app) : null };
}
