import type { FastifyInstance } from 'fastify';
import pino, { type Logger } from 'pino';
import { createGateway } from '../gateway/app.ts';
import { createTokenVerifier, type TokenVerifier } from '../gateway/auth/tokenVerifier.ts';
import { type CurrentSupergraph, createCurrentSupergraph } from '../gateway/supergraph/currentSupergraph.ts';
import { createReload, type Reload } from '../gateway/supergraph/reload.ts';
import type { ServedSupergraph } from '../gateway/supergraph/servedSupergraph.ts';
import { SupergraphFault } from '../gateway/supergraph/supergraphFault.ts';
import { type Config, ConfigurationFault, forbidTelemetry } from './config.ts';
import { gatewayIdentityOptions, NO_LIVENESS } from './gatewayIdentity.ts';
import { createServedSupergraph, type SupergraphOptions } from './graph.ts';
import { listen } from './listen.ts';
import { isOneOfSeveral, processNumber, requireFree, SHARED_PORT, startProcesses } from './processes.ts';
import type { RunningPart } from './runningPart.ts';
import { serverFactoryOf } from './tls.ts';
import { startTracing } from './tracing.ts';
import { type WatchedFile, watchFile } from './watchedFile.ts';

/** What a gateway serves, and for whom. */
export interface Served extends SupergraphOptions {
  /** The file of the supergraph. */
  file: string;
  /** What it holds. */
  supergraph: string;
}

/** After the deadline of operations nothing of them is under way but their endings. */
const ENDING_MS = 1_000;

/**
 * Serves a supergraph at the gateway's port, in as many processes as are configured.
 *
 * @param args what this command is given as one of them
 * @throws ConfigurationFault or SupergraphFault
 */
export async function startGatewayOf(config: Config, served: Served, args: readonly string[]): Promise<RunningPart> {
  const { gatewayProcesses, host, lingerMs, ports } = config;
  if (gatewayProcesses > 1 && !isOneOfSeveral) return startSeveral(config, args);
  const app = await createGatewayOf(config, served);
  const listening = await listen(app, config, {
    host,
    port: ports.gateway as number,
    ...(isOneOfSeveral && SHARED_PORT),
  });
  return { ...listening, lingerMs };
}

/** The primary: it answers nobody but who reads what its processes have counted. */
async function startSeveral(config: Config, args: readonly string[]): Promise<RunningPart> {
  const metrics = config.metrics.port > 0 ? await serveMetricsOfAll(config) : null;
  await requireFree(config.host, config.ports.gateway as number);
  const processes = await startProcesses({ count: config.gatewayProcesses, args, log: loggerOf(config) });
  return {
    ...processes,
    lingerMs: config.lingerMs,
    async close() {
      await Promise.all([processes.close(), metrics?.close()]);
    },
  };
}

async function serveMetricsOfAll({ metrics }: Config): Promise<RunningPart> {
  const [{ metricsOfWorkers }, { serveMetrics }] = await Promise.all([
    import('../gateway/telemetry/metrics/cluster.ts'),
    import('../gateway/telemetry/metrics/serve.ts'),
  ]);
  return serveMetrics(metricsOfWorkers(), metrics);
}

/** Lines of several processes are told apart by their numbers. */
function loggerOf({ logLevel }: Config): Logger {
  const base = { part: 'gateway', ...(processNumber !== null && { process: processNumber }) };
  return pino({ level: logLevel, base, timestamp: pino.stdTimeFunctions.isoTime });
}

/** A gateway that serves a supergraph, not listening yet. @throws ConfigurationFault or SupergraphFault */
export async function createGatewayOf(config: Config, served: Served): Promise<FastifyInstance> {
  forbidTelemetry();
  const log = loggerOf(config);
  const build = (text: string) => createServedSupergraph(text, config, served, log);
  const first = await build(served.supergraph);
  requireTimeoutsKnown(config, first);
  const supergraph = createCurrentSupergraph(first, config.limits.milliseconds + ENDING_MS);
  const reload = createReload(supergraph, build, log);
  const tracing = await startTracing('gateway', config);
  const app = await createGateway({
    supergraph,
    reload,
    tokens: served.anonymous ? null : tokenVerifierOf(config, log),
    limits: config.limits,
    lingerMs: config.lingerMs,
    production: config.production,
    trustedProxies: config.trustedProxies,
    graphiqlIssuer: config.production || served.anonymous ? null : config.oidc.issuer,
    log,
    tracing,
    ...serverFactoryOf(config),
  });
  if (tracing) app.addHook('onClose', () => tracing.close());
  if (config.metrics.port > 0) await publishMetrics(app, config, supergraph);
  const watched = watchSupergraph(served, reload);
  app.addHook('preClose', async () => watched.close());
  return app;
}

/** @throws ConfigurationFault where a time is set for what the supergraph has not */
function requireTimeoutsKnown({ subgraphTimeouts }: Config, { subgraphs }: ServedSupergraph): void {
  const unknown = Object.keys(subgraphTimeouts.of).filter((name) => !subgraphs.includes(name));
  if (unknown.length === 0) return;
  throw new ConfigurationFault(
    `SUBGRAPH_TIMEOUT_MS names ${unknown.join(', ')}, which the supergraph has not; accepted: ${subgraphs.join(', ')}.`,
  );
}

/** Counts from now on, for whoever reads at the port of its own; a process among several tells their primary instead. */
async function publishMetrics(
  app: FastifyInstance,
  { metrics: place }: Config,
  supergraph: CurrentSupergraph,
): Promise<void> {
  const { createMetrics } = await import('../gateway/telemetry/metrics/metrics.ts');
  const metrics = createMetrics(() => supergraph.served.engine.subgraphs());
  app.addHook('onClose', () => metrics.stop());
  if (isOneOfSeveral) {
    const { sendMetricsToPrimary } = await import('../gateway/telemetry/metrics/cluster.ts');
    return sendMetricsToPrimary(metrics.registry);
  }
  const { serveMetrics } = await import('../gateway/telemetry/metrics/serve.ts');
  const { close } = await serveMetrics(metrics.registry, place);
  app.addHook('onClose', close);
}

function watchSupergraph({ file, supergraph }: Served, reload: Reload): WatchedFile {
  return watchFile(file, supergraph, async (reading) => {
    if ('text' in reading) return reload.load(reading.text);
    reload.refuse(null, new SupergraphFault('UNREADABLE', `Its file cannot be read (${reading.code}).`));
  });
}

function tokenVerifierOf(config: Config, log: Logger): TokenVerifier {
  const options = gatewayIdentityOptions(config);
  if (!options.introspection) log.warn(NO_LIVENESS);
  return createTokenVerifier({
    ...options,
    onUnreachable: (error) => log.error({ reason: reasonOf(error) }, 'the identity provider cannot be asked'),
  });
}

/** A code or a sentence of ours, never an address. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
