import helmet from '@fastify/helmet';
import Fastify from 'fastify';

const HALF_A_YEAR_SECONDS = 15_552_000;
/** Of HTTP and not of helmet. */
const OTHERS = new Set(['connection', 'content-length', 'content-type', 'date']);

/**
 * Headers that tell a browser what an answer is not for: not to be kept, framed, sniffed or run. No CORS header is ever
 * sent, so a page of another origin reads nothing. GraphiQL's page brings the one policy that lets scripts run (graphiql.ts).
 * They are helmet's word, asked once: it would work the same ones out for each request, a tenth of what the door costs.
 */
export async function securityHeaders(production: boolean): Promise<Readonly<Record<string, string>>> {
  const once = Fastify();
  await once.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    // In development the hub speaks plain HTTP on this machine, which a browser that was told so once would refuse for months.
    strictTransportSecurity: production ? { maxAge: HALF_A_YEAR_SECONDS, includeSubDomains: false } : false,
    // As frame-ancestors has it.
    xFrameOptions: { action: 'deny' },
    // For browsers that nobody has any more.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  once.get('/', () => '');
  const { headers } = await once.inject('/');
  await once.close();
  const helmets = Object.entries(headers).filter(([name]) => !OTHERS.has(name));
  return { ...Object.fromEntries(helmets), 'cache-control': 'no-store' };
}
