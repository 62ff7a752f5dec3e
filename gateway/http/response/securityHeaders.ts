import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const HALF_A_YEAR_SECONDS = 15_552_000;

/**
 * Headers that forbid a browser to keep, frame, sniff or run an answer. There is no CORS header, so a page of another origin
 * reads nothing. GraphiQL's page replaces the policy by the one that lets its scripts run (graphiql/graphiql.ts).
 */
export async function addSecurityHeaders(app: FastifyInstance, production: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    // In development the hub speaks plain HTTP on this machine. A browser would remember for months to refuse that.
    strictTransportSecurity: production ? { maxAge: HALF_A_YEAR_SECONDS, includeSubDomains: false } : false,
    // As frame-ancestors.
    xFrameOptions: { action: 'deny' },
    // For browsers that are out of use.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store');
    done();
  });
}
