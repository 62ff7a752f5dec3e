import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const HALF_A_YEAR_SECONDS = 15_552_000;

/**
 * Headers that tell a browser what an answer is not for: not to be kept, framed, sniffed or run. No CORS header is ever
 * sent, so a page of another origin reads nothing. GraphiQL's page brings the one policy that lets scripts run (graphiql.ts).
 */
export async function sendSecurityHeaders(app: FastifyInstance, production: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    // In development the hub speaks plain HTTP on this machine, which a browser that was told so once would refuse for months.
    strictTransportSecurity: production ? { maxAge: HALF_A_YEAR_SECONDS, includeSubDomains: false } : false,
  });
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store');
    done();
  });
}
