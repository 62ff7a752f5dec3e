import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pino, { type Logger } from 'pino';
import { createGateway } from '../gateway/app.ts';
import { loadContextKeys } from '../gateway/context/contextKeys.ts';
import { type ContextSigner, createContextSigner } from '../gateway/context/signedContext.ts';
import { createDoor, type TrustOptions } from '../gateway/door/door.ts';
import { createIdentity } from '../gateway/door/identity.ts';
import { createReferrals, NO_REFERRALS } from '../gateway/door/referral.ts';
import { coalesce } from '../gateway/engine/coalesce.ts';
import type { Engine, EngineOptions } from '../gateway/engine/engine.ts';
import type { Graph } from '../gateway/graph.ts';
import type { People } from '../gateway/operations.ts';
import { type ReadSupergraph, readSupergraph } from '../gateway/supergraph.ts';
import { type Config, ConfigurationFault, type EngineName, forbidTelemetry } from './config.ts';
import { gatewayIdentityOptions, NO_LIVENESS } from './gatewayIdentity.ts';
import { requireKeys } from './installation.ts';
import { serverFactoryOf } from './tls.ts';
import { startTracing } from './tracing.ts';

/** What a gateway serves, and for whom. */
export interface Served {
  /** The supergraph's text. */
  supergraph: string;
  /** Where subgraphs answer, by name, where that is not what the supergraph says. */
  subgraphUrls: Readonly<Record<string, string>>;
  /** Whether nobody has to sign in; subgraphs are then told nothing of who asks. */
  anonymous: boolean;
}

/** A gateway that serves a supergraph, not listening yet. @throws ConfigurationFault or SupergraphFault */
export async function createGatewayOf(config: Config, served: Served): Promise<FastifyInstance> {
  forbidTelemetry();
  const log = pino({ level: config.logLevel, base: { part: 'gateway' }, timestamp: pino.stdTimeFunctions.isoTime });
  const supergraph = readSupergraph(served.supergraph);
  const urls = addressesOf(supergraph, served);
  const contexts = served.anonymous ? null : contextsFor(config, [...urls.keys()]);
  const graph = await createGraph(config, supergraph, urls, contexts, log);
  const tracing = await startTracing('gateway', config);
  const app = await createGateway({
    graph,
    people: contexts && peopleOf(config, urls.get('exchange') ?? null, contexts, log),
    limits: config.limits,
    production: config.production,
    trustedProxies: config.trustedProxies,
    graphiqlIssuer: config.production || served.anonymous ? null : config.oidc.issuer,
    log,
    tracing,
    ...serverFactoryOf(config),
  });
  if (tracing) app.addHook('onClose', () => tracing.close());
  if (config.metrics.port > 0) await publishMetrics(app, config, graph);
  return app;
}

/** Counts from now on, for whoever reads at the port of its own; a process among several tells their primary instead. */
async function publishMetrics(app: FastifyInstance, { metrics: place }: Config, { engine }: Graph): Promise<void> {
  const { createMetrics } = await import('../gateway/metrics/metrics.ts');
  const metrics = createMetrics(() => engine.subgraphs());
  app.addHook('onClose', () => metrics.stop());
  if (cluster.isWorker) {
    const { tellPrimary } = await import('../gateway/metrics/cluster.ts');
    return tellPrimary(metrics.registry);
  }
  const { serveMetrics } = await import('../gateway/metrics/serve.ts');
  const { close } = await serveMetrics(metrics.registry, place);
  app.addHook('onClose', close);
}

async function createGraph(
  config: Config,
  supergraph: ReadSupergraph,
  urls: ReadonlyMap<string, string>,
  contexts: ContextSigner | null,
  log: Logger,
): Promise<Graph> {
  const { limits, production, subgraphTimeouts } = config;
  const door = createDoor(supergraph, { trust: contexts && trustOf(config), limits, production });
  const createEngine = await ENGINES[config.engine]();
  const engine = await createEngine({
    supergraph: supergraph.text,
    subgraphUrls: Object.fromEntries(urls),
    contexts,
    introspection: !production,
    timeoutMsOf: (subgraph) => subgraphTimeouts.of[subgraph] ?? subgraphTimeouts.usual,
    log,
  });
  return { door, engine: config.identicalReads === 'once' ? coalesce(engine) : engine };
}

/** Loaded when it is chosen. */
const ENGINES: Record<EngineName, () => Promise<(options: EngineOptions) => Promise<Engine>>> = {
  compiled: async () => (await import('../gateway/engine/compiled/compiled.ts')).createCompiledEngine,
  apollo: async () => (await import('../gateway/engine/apollo.ts')).createApolloEngine,
};

/** @throws ConfigurationFault where a subgraph has no address */
function addressesOf({ subgraphs }: ReadSupergraph, { subgraphUrls }: Served): ReadonlyMap<string, string> {
  const addresses = new Map(subgraphs.map(({ name, url }) => [name, subgraphUrls[name] ?? url]));
  const without = [...addresses].filter(([, url]) => !/^https?:\/\//.test(url)).map(([name]) => name);
  if (without.length === 0) return addresses;
  throw new ConfigurationFault(
    `The supergraph has no http or https address for ${without.join(', ')}; compose it with their routing addresses.`,
  );
}

/** @throws ConfigurationFault where a subgraph could not be told who asks */
function contextsFor(config: Config, subgraphs: readonly string[]): ContextSigner {
  requireKeys(config, 'context.json');
  const keys = loadContextKeys(join(config.keysFolder, 'context.json'));
  const without = subgraphs.filter((name) => !keys.has(name));
  if (without.length === 0) return createContextSigner(keys);
  throw new ConfigurationFault(
    `CASEGRAPH_KEYS: context.json in ${config.keysFolder} has no key for ${without.join(', ')}, which could not be told who asks; accepted: a key for every subgraph, or --anonymous before subgraphs that need not know.`,
  );
}

function peopleOf(config: Config, exchangeUrl: string | null, contexts: ContextSigner, log: Logger): People {
  const options = gatewayIdentityOptions(config);
  if (!options.introspection) log.warn(NO_LIVENESS);
  return {
    identity: createIdentity({
      ...options,
      onUnreachable: (error) => log.error({ reason: reasonOf(error) }, 'the identity provider cannot be asked'),
    }),
    referrals: exchangeUrl === null ? NO_REFERRALS : createReferrals(exchangeUrl, contexts),
  };
}

function trustOf({ trustedDocumentsOnly }: Config): TrustOptions {
  const schemaFile = (name: string) => readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8');
  return {
    manifest: schemaFile('trusted-documents.json'),
    permissions: schemaFile('permissions.yml'),
    required: trustedDocumentsOnly,
  };
}

/** A code or a sentence of ours, never an address. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
