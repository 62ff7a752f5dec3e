import type { FastifyInstance } from 'fastify';
import type { RequestPipeline } from '../requestPipeline.ts';
import type { GraphiqlPage } from './graphiql/graphiql.ts';
import { refuse } from './refusal.ts';
import { readUrlRequest } from './request/urlRequest.ts';

/**
 * The HTTP methods of /graphql. Where users sign in, operations come by POST only: a URL, with an identity number among its
 * variables, would stay in the logs of every proxy on its way.
 */
export function serveGraphql(
  app: FastifyInstance,
  pipeline: RequestPipeline,
  postOnly: boolean,
  graphiql: GraphiqlPage | null,
): void {
  const methods = postOnly ? 'POST, OPTIONS' : 'GET, HEAD, POST, OPTIONS';
  const notAllowed = () =>
    refuse(405, 'METHOD_NOT_ALLOWED', 'Send operations by POST.', { accepted: methods }, { allow: methods });
  app.post('/graphql', (request, reply) => pipeline.answer(request, reply, request.body));
  app.get('/graphql', (request, reply) => {
    if (graphiql && request.headers.accept?.includes('text/html')) return graphiql.send(reply);
    if (postOnly) throw notAllowed();
    return pipeline.answer(request, reply, readUrlRequest(request.url));
  });
  // Without CORS headers: a browser sends nothing more for another site.
  app.options('/graphql', (_request, reply) => reply.code(204).header('allow', methods).send());
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: () => {
      throw notAllowed();
    },
  });
}
