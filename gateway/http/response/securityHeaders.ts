import helmet from '@fastify/helmet';
import Fastify from 'fastify';

const HALF_A_YEAR_SECONDS = 15_552_000;
/** Of HTTP and not of helmet. */
const OTHERS = new Set(['connection', 'content-length', 'content-type', 'date']);
/** About windows and what runs in them, of which an answer in JSON has none; frames are forbidden by the policy, too. */
const OF_PAGES = new Set(['cross-origin-opener-policy', 'origin-agent-cluster', 'x-frame-options']);

type Headers = Readonly<Record<string, string>>;

export interface SecurityHeaders {
  /** For every answer. */
  all: Headers;
  /** Besides, for a page that a browser shows. */
  pages: Headers;
}

/**
 * Headers that tell a browser what an answer is not for: not to be kept, framed, sniffed or run. No CORS header is ever
 * sent, so a page of another origin reads nothing. GraphiQL's page brings the one policy that lets scripts run (graphiql.ts).
 * They are helmet's word, asked once: it would work the same ones out for each request, a tenth of what the door costs. And
 * each that is sent costs about a hundredth of a small answer, so that answers have those only that mean something for them.
 */
export async function securityHeaders(production: boolean): Promise<SecurityHeaders> {
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
  const helmets = Object.entries(headers as Headers).filter(([name]) => !OTHERS.has(name));
  const some = (areOfPages: boolean) =>
    Object.fromEntries(helmets.filter(([name]) => OF_PAGES.has(name) === areOfPages));
  return { all: { ...some(false), 'cache-control': 'no-store' }, pages: some(true) };
}
