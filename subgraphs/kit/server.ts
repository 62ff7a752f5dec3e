import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Knex } from 'knex';
import { CallerGone, callerOf } from './caller.ts';
import { serveEventStreams } from './eventStream/serve.ts';
import type { Feed } from './feed/feed.ts';
import { keepRawBodies } from './httpBody.ts';
import type { Logger } from './logger.ts';
import { scopeOf } from './rowScope.ts';
import { askEarly } from './sharing/foresee.ts';
import type { SharingSession } from './sharing/session.ts';
import { settleBeforeAnswering } from './sharing/settle.ts';
import { CONTEXT_HEADER, createContextVerifier, type RequestContext } from './signedContext.ts';
import { acceptRequestId, enterScope, runTraced } from './trace.ts';
import { type Tracing, traceServer } from './tracing.ts';
import type { Viewer } from './viewer.ts';

export type ServerFactory = (handler: RequestListener) => Server;

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
  contextFor: (asking: RequestContext, requestId: string) => Context;
}

/** What the gateway's signed context says of a request, once; null where it is missing or not valid. From here on the request sees the viewer's rows. */
export type WhoAsks = (request: FastifyRequest) => RequestContext | null;

export interface SubgraphServer {
  app: FastifyInstance;
  /** For what else the server is asked by the gateway. */
  whoAsks: WhoAsks;
}

const LARGEST_BODY = 1024 * 1024;

/** A subgraph's HTTP server, not listening yet: /graphql for the gateway alone, /health, /ready. */
export async function createServer<Context extends BaseContext>(parts: ServerParts<Context>): Promise<SubgraphServer> {
  const { agency, schema, contextKey, knowsAgency, production, db, feed, log, serverFactory, tracing, contextFor } =
    parts;
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: 'idle',
    ...(serverFactory && { serverFactory }),
  });
  keepRawBodies(app);
  app.addHook('onRequest', (request, reply, done) =>
    runTraced(acceptRequestId(request.headers['x-request-id'], randomUUID), done, callerOf(reply.raw)),
  );
  if (tracing) traceServer(app, db, tracing);
  app.get('/health', () => ({ status: 'ok', part: agency }));
  app.get('/ready', async (_request, reply) => {
    await db.raw('select 1').catch(() => reply.code(503));
    return { status: reply.statusCode === 200 ? 'ready' : 'waiting for its database', part: agency };
  });

  const apollo = new ApolloServer<Context>({
    schema,
    introspection: !production,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    formatError: (formatted, error) => hideUnexpected(formatted, error, log),
    logger: log.child({}, { level: 'error' }),
    plugins: [askEarly(), settleBeforeAnswering(log)],
  });
  await apollo.start();
  const contexts = createContextVerifier(agency, contextKey, knowsAgency);
  const whoAsks: WhoAsks = (request) => {
    const header = request.headers[CONTEXT_HEADER];
    const asking = contexts.verify(typeof header === 'string' ? header : undefined, request.rawBody);
    if (asking) enterScope(scopeOf(asking.viewer));
    return asking;
  };
  const context = async (request: FastifyRequest) => {
    const asking = whoAsks(request);
    if (!asking) {
      throw new GraphQLError("The gateway's signed context is missing or not valid.", {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      });
    }
    return contextFor(asking, acceptRequestId(request.headers['x-request-id'], randomUUID));
  };
  serveEventStreams(app, {
    schema,
    identify(request) {
      const asking = whoAsks(request);
      const requestId = acceptRequestId(request.headers['x-request-id'], randomUUID);
      return asking && { viewer: asking.viewer, context: () => contextFor(asking, requestId) };
    },
    format: (error) => hideUnexpected(coded(error), error, log),
    log,
  });
  // Streams end before the server waits for what it has begun.
  app.addHook('preClose', () => feed.close());
  app.route({ url: '/graphql', method: ['POST'], handler: fastifyApolloHandler(apollo, { context }) });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500 && !(error instanceof CallerGone)) log.error({ err: error }, 'request failed');
    return reply.code(status).send({ code: status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' });
  });
  app.addHook('onClose', () => apollo.stop());
  return { app, whoAsks };
}

/** What graphql-js itself says of a value quotes it. */
const QUOTING = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']);

/** As graphql-js has it, with the code of what nobody gave one. */
function coded(error: GraphQLError): GraphQLFormattedError {
  const { extensions, ...rest } = error.toJSON();
  return { ...rest, extensions: { code: 'INTERNAL_SERVER_ERROR', ...extensions } };
}

/** An error that nobody meant a user to see becomes an id, under which the log has it. */
function hideUnexpected(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const meant = original instanceof GraphQLError || formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR';
  if (QUOTING.has(String(formatted.extensions?.code)))
    return { ...formatted, message: 'A value is not of the type that its place accepts.' };
  if (meant) return formatted;
  if (original instanceof CallerGone) return { message: original.message, extensions: { code: 'GIVEN_UP' } };
  const id = randomUUID();
  log.error({ errorId: id, err: original }, 'resolver failed');
  return {
    message: 'An internal error; the log has it under the id.',
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  };
}
