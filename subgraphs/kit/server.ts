import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Knex } from 'knex';
import type { Logger } from './logger.ts';
import { CONTEXT_HEADER, verifyContext } from './signedContext.ts';
import { acceptRequestId, runTraced } from './trace.ts';
import type { Viewer } from './viewer.ts';

export interface ServerParts<Context extends { viewer: Viewer; requestId: string }> {
  agency: string;
  schema: GraphQLSchema;
  contextKey: Uint8Array;
  production: boolean;
  db: Knex;
  log: Logger;
  contextFor: (viewer: Viewer, requestId: string) => Context;
}

const LARGEST_BODY = 1024 * 1024;

/** A subgraph's HTTP server, not listening yet: /graphql for the gateway alone, /health, /ready. */
export async function createServer<Context extends { viewer: Viewer; requestId: string }>(
  parts: ServerParts<Context>,
): Promise<FastifyInstance> {
  const { agency, schema, contextKey, production, db, log, contextFor } = parts;
  const app = Fastify({ bodyLimit: LARGEST_BODY, forceCloseConnections: 'idle' });
  app.addHook('onRequest', (request, _reply, done) =>
    runTraced(acceptRequestId(request.headers['x-request-id'], randomUUID), done),
  );
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
  });
  await apollo.start();
  const context = async (request: FastifyRequest) => {
    const header = request.headers[CONTEXT_HEADER];
    const viewer = await verifyContext(typeof header === 'string' ? header : undefined, agency, contextKey);
    if (!viewer) {
      throw new GraphQLError("The gateway's signed context is missing or not valid.", {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      });
    }
    return contextFor(viewer, acceptRequestId(request.headers['x-request-id'], randomUUID));
  };
  app.route({ url: '/graphql', method: ['POST'], handler: fastifyApolloHandler(apollo, { context }) });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error }, 'request failed');
    return reply.code(status).send({ code: status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' });
  });
  app.addHook('onClose', () => apollo.stop());
  return app;
}

/** What graphql-js itself says of a value quotes it. */
const QUOTING = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']);

/** An error that nobody meant a user to see becomes an id, under which the log has it. */
function hideUnexpected(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const meant = original instanceof GraphQLError || formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR';
  if (QUOTING.has(String(formatted.extensions?.code)))
    return { ...formatted, message: 'A value is not of the type that its place accepts.' };
  if (meant) return formatted;
  const id = randomUUID();
  log.error({ errorId: id, err: original }, 'resolver failed');
  return {
    message: 'An internal error; the log has it under the id.',
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  };
}
