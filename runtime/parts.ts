import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import { agencyOfPart } from '../subgraphs/kit/definition.ts';
import type { Subgraph, SubgraphOptions } from '../subgraphs/kit/subgraph.ts';
import { type Config, ConfigurationFault, databaseVariable } from './config.ts';
import { databaseUrlOf, matchSuite, provision, requireKeys } from './installation.ts';
import { listen } from './listen.ts';
import { AGENCY_PARTS } from './partNames.ts';
import { requireSaidSo } from './production.ts';
import type { RunningPart } from './runningPart.ts';
import { serverFactoryOf, trustAuthorities } from './tls.ts';
import { startTracing } from './tracing.ts';

/** Starts one part by its name and resolves when it answers. Modules are loaded only for the parts that run. */
export async function startPart(part: string, config: Config): Promise<RunningPart> {
  requireSaidSo(part, config);
  trustAuthorities(config);
  if (part === 'database') return startDatabase(config);
  if (part === 'identity') return (await import('./identityPart.ts')).startIdentityPart(config);
  if (part === 'gateway') return startGateway(config);
  if (part === 'worker') return startWorkers(config);
  return startSubgraph(part, config);
}

export async function loadSubgraph(part: string): Promise<Subgraph> {
  return ((await import(`../subgraphs/${part}/index.ts`)) as { subgraph: Subgraph }).subgraph;
}

/** What a subgraph or its worker is told. @throws ConfigurationFault where its database or keys are missing */
export function subgraphOptions(part: string, config: Config): SubgraphOptions {
  const databaseUrl = databaseUrlOf(config, part);
  if (!databaseUrl) {
    throw new ConfigurationFault(
      `${databaseVariable(part)} is not set, and ${config.home} holds no embedded database for it; set it, or run npm run serve -- database first.`,
    );
  }
  requireKeys(config, 'public.json');
  matchSuite(config);
  const agencies = AGENCY_PARTS.filter((name) => name !== 'exchange');
  return {
    databaseUrl,
    keysFolder: config.keysFolder,
    exchangeUrl: config.urls.exchange as string,
    agencyUrls: Object.fromEntries(agencies.map((name) => [agencyOfPart(name), config.urls[name] as string])),
    production: config.production,
    logLevel: config.logLevel,
    metrics: config.metrics.port > 0,
    lookUpsPerDay: config.lookUpsPerDay,
    ...serverFactoryOf(config),
  };
}

async function startDatabase(config: Config): Promise<RunningPart> {
  const [{ startEmbeddedDatabase }, { createLogger }] = await Promise.all([
    import('./embeddedDatabase.ts'),
    import('../subgraphs/kit/server/logger.ts'),
  ]);
  const log = createLogger('database', config.logLevel);
  return startEmbeddedDatabase(config, provision(config), () => log.error('the server died; it is started again'));
}

async function startSubgraph(part: string, config: Config): Promise<RunningPart> {
  const options = subgraphOptions(part, config);
  const subgraph = await loadSubgraph(part);
  await whenReachable(() => subgraph.migrate(options.databaseUrl));
  const tracing = await startTracing(part, config);
  const { app, close } = await subgraph.createApp({ ...options, ...(tracing && { tracing }) });
  return listen(app, config, { host: config.host, port: config.ports[part] as number }, async () => {
    await close();
    await tracing?.close();
  });
}

/** Runs the jobs of all agencies, or of those that WORKER_AGENCIES names; answers /health and /ready. */
async function startWorkers(config: Config): Promise<RunningPart> {
  const workers = await Promise.all(
    config.workerAgencies.map(async (part) => {
      const options = subgraphOptions(part, config);
      const subgraph = await loadSubgraph(part);
      await whenReachable(() => subgraph.migrate(options.databaseUrl));
      return subgraph.startWorker(options);
    }),
  );
  const app = Fastify(serverFactoryOf(config));
  app.get('/health', () => ({ status: 'ok', part: 'worker' }));
  app.get('/ready', () => ({ status: 'ready', part: 'worker', agencies: config.workerAgencies }));
  return listen(app, config, { host: config.host, port: config.ports.worker as number }, async () => {
    await app.close();
    await Promise.all(workers.map((worker) => worker.stop()));
  });
}

async function startGateway(config: Config): Promise<RunningPart> {
  const { startGatewayOf } = await import('./gateway.ts');
  const file = fileURLToPath(new URL('../schema/supergraph.graphql', import.meta.url));
  const served = {
    file,
    supergraph: readFileSync(file, 'utf8'),
    subgraphUrls: Object.fromEntries(AGENCY_PARTS.map((part) => [part, `${config.urls[part]}/graphql`])),
    anonymous: false,
  };
  return startGatewayOf(config, served, ['gateway']);
}

/** How long a part waits for its database at its start. */
const PATIENCE_MS = 60_000;
/** Codes of a database that is not there yet, or not ready: connection refused or broken, starting up, shutting down, full. */
const NOT_YET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P03',
  '57P01',
  '57P02',
  '53300',
]);
/** What the driver says, without a code, of a connection that breaks while it is used. */
const BROKEN = /Connection terminated|Connection ended|not queryable/i;

async function whenReachable(work: () => Promise<void>): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string };
      const notYet = NOT_YET.has(code ?? '') || BROKEN.test(message ?? '');
      if (!notYet || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
