import type { FastifyInstance } from 'fastify';
import type { Operations } from '../requestPipeline.ts';
import type { GraphiqlPage } from './graphiql/graphiql.ts';
import { refuse } from './refusal.ts';
import { readUrlRequest } from './request/urlRequest.ts';

/**
 * What each method of HTTP does at /graphql. Where people sign in, operations come by POST only: what stands in a URL, such as
 * an identity number in the variables, stays in the logs of every proxy on its way.
 */
export function serveGraphql(
  app: FastifyInstance,
  operations: Operations,
  postOnly: boolean,
  graphiql: GraphiqlPage | null,
): void {
  const methods = postOnly ? 'POST, OPTIONS' : 'GET, HEAD, POST, OPTIONS';
  const notAllowed = () =>
    refuse(405, 'METHOD_NOT_ALLOWED', 'Send operations by POST.', { accepted: methods }, { allow: methods });
  app.post('/graphql', (request, reply) => operations.answer(request, reply, request.body));
  app.get('/graphql', (request, reply) => {
    if (graphiql && request.headers.accept?.includes('text/html')) return graphiql.send(reply);
    if (postOnly) throw notAllowed();
    return operations.answer(request, reply, readUrlRequest(request.url));
  });
  // No CORS: a browser that asks for another site hears nothing that would let it go on.
  app.options('/graphql', (_request, reply) => reply.code(204).header('allow', methods).send());
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: () => {
      throw notAllowed();
    },
  });
}
