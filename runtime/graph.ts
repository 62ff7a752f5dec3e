import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import { loadContextKeys } from '../gateway/auth/context/contextKeys.ts';
import { type ContextSigner, createContextSigner } from '../gateway/auth/context/contextSigner.ts';
import { createExchangeGrants, NO_GRANTS } from '../gateway/auth/referrals/exchangeGrants.ts';
import { sha256 } from '../gateway/documents/fingerprint.ts';
import { coalesce } from '../gateway/execution/coalesce.ts';
import type { Engine, EngineOptions } from '../gateway/execution/engine.ts';
import { createAdmission, type TrustOptions } from '../gateway/limits/admission.ts';
import { type ReadSupergraph, readSupergraph } from '../gateway/supergraph/readSupergraph.ts';
import type { ServedSupergraph } from '../gateway/supergraph/servedSupergraph.ts';
import { SupergraphFault } from '../gateway/supergraph/supergraphFault.ts';
import type { Config, EngineName } from './config.ts';
import { requireKeys } from './installation.ts';

export interface SupergraphOptions {
  /** Where subgraphs answer, by name, where that is not what the supergraph says. */
  subgraphUrls: Readonly<Record<string, string>>;
  /** Whether nobody has to sign in; subgraphs are then told nothing of who asks. */
  anonymous: boolean;
}

/** All that is bound to a supergraph, from its text, in pieces with turns for requests in between. @throws SupergraphFault, or ConfigurationFault where there are no keys */
export async function createServedSupergraph(
  text: string,
  config: Config,
  options: SupergraphOptions,
  log: Logger,
): Promise<ServedSupergraph> {
  const supergraph = readSupergraph(text);
  const urls = addressesOf(supergraph, options);
  const contexts = options.anonymous ? null : contextsFor(config, [...urls.keys()]);
  const { limits, production, subgraphTimeouts } = config;
  await setImmediate();
  const admission = createAdmission(supergraph, { trust: contexts && trustOf(config), limits, production });
  await setImmediate();
  const createEngine = await ENGINES[config.engine]();
  const engine = await createEngine({
    supergraph: text,
    subgraphUrls: Object.fromEntries(urls),
    contexts,
    introspection: !production,
    timeoutMsOf: (subgraph) => subgraphTimeouts.of[subgraph] ?? subgraphTimeouts.usual,
    log,
  });
  const exchange = urls.get('exchange');
  const grants = contexts && (exchange === undefined ? NO_GRANTS : createExchangeGrants(exchange, contexts));
  const answering = config.identicalReads === 'once' ? coalesce(engine) : engine;
  return { version: sha256(text), subgraphs: [...urls.keys()], admission, engine: answering, grants };
}

/** Loaded when it is chosen. */
const ENGINES: Record<EngineName, () => Promise<(options: EngineOptions) => Promise<Engine>>> = {
  compiled: async () => (await import('../gateway/execution/compiled/compiledEngine.ts')).createCompiledEngine,
  apollo: async () => (await import('../gateway/execution/apolloEngine.ts')).createApolloEngine,
};

/** @throws SupergraphFault where a subgraph has no address */
function addressesOf({ subgraphs }: ReadSupergraph, { subgraphUrls }: SupergraphOptions): ReadonlyMap<string, string> {
  const addresses = new Map(subgraphs.map(({ name, url }) => [name, subgraphUrls[name] ?? url]));
  const without = [...addresses].filter(([, url]) => !/^https?:\/\//.test(url)).map(([name]) => name);
  if (without.length === 0) return addresses;
  throw new SupergraphFault(
    'NO_ADDRESS',
    `The supergraph has no http or https address for ${without.join(', ')}; compose it with their routing addresses.`,
  );
}

/** @throws SupergraphFault where a subgraph could not be told who asks */
function contextsFor(config: Config, subgraphs: readonly string[]): ContextSigner {
  requireKeys(config, 'context.json');
  const keys = loadContextKeys(join(config.keysFolder, 'context.json'));
  const without = subgraphs.filter((name) => !keys.has(name));
  if (without.length === 0) return createContextSigner(keys);
  throw new SupergraphFault(
    'NO_KEY',
    `CASEGRAPH_KEYS: context.json in ${config.keysFolder} has no key for ${without.join(', ')}, which could not be told who asks; accepted: a key for every subgraph, or --anonymous before subgraphs that need not know.`,
  );
}

function trustOf({ trustedDocumentsOnly }: Config): TrustOptions {
  const schemaFile = (name: string) => readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8');
  return {
    manifest: schemaFile('trusted-documents.json'),
    permissions: schemaFile('permissions.yml'),
    required: trustedDocumentsOnly,
  };
}
