import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGatewayRuntime, type GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { print } from 'graphql';
import { loadContextKeys } from '../../gateway/context/contextKeys.ts';
import { CONTEXT_HEADER, type ContextSigner, createContextSigner } from '../../gateway/context/signedContext.ts';
import type { TestSystem } from '../harness/system.ts';
import type { Answer } from './asked.ts';
import type { Reader } from './oracle.ts';
import { viewerOf } from './subgraphAsker.ts';

/** Hive Gateway in front of a system's subgraphs, instead of our own gateway. */
export interface HiveGateway {
  ask(reader: Reader, referral: string | null, query: string, variables: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
}

export function startHive({ config }: TestSystem): HiveGateway {
  const contexts = createContextSigner(loadContextKeys(join(config.keysFolder, 'context.json')));
  const runtime = createGatewayRuntime({
    supergraph: supergraphAt(config.urls),
    logging: false,
    transports: {
      // What @graphql-mesh/transport-http does where Hive Gateway is installed whole.
      http: {
        getSubgraphExecutor:
          ({ transportEntry, fetch = globalThis.fetch }) =>
          async ({ document, variables, context, info }) => {
            const response = await fetch(
              transportEntry.location ?? '',
              {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ query: print(document), variables }),
              },
              context,
              info,
            );
            return response.json();
          },
      },
    },
    plugins: () => [signing(contexts)],
  });
  return {
    async ask(reader, referral, query, variables) {
      const response = await runtime.fetch('http://hive/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-reader': JSON.stringify(reader),
          ...(referral && { 'x-referral': referral }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
      return { data, errors };
    },
    stop: async () => runtime[Symbol.asyncDispose](),
  };
}

/** The supergraph with the addresses at which the system's subgraphs answer. */
function supergraphAt(urls: Readonly<Record<string, string>>): string {
  const text = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
  return text.replaceAll(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, name) => `@join__graph(name: "${name}", url: "${urls[name]}/graphql")`,
  );
}

/**
 * Signs each request to a subgraph for the one body that it carries, as docs/other-routers.md says. Who is asking stands here in a
 * header that only this test sends; a router that serves people takes it from a token that it has verified.
 */
function signing(contexts: ContextSigner): GatewayPlugin {
  return {
    async onFetch({ options, setOptions, executionRequest, context }) {
      if (!executionRequest?.subgraphName || !('request' in context)) return;
      const { headers } = context.request;
      const viewer = viewerOf(JSON.parse(headers.get('x-reader') ?? '') as Reader);
      const asking = { viewer, referral: headers.get('x-referral') };
      const signed = await contexts.contextFor(asking, executionRequest.subgraphName, String(options.body));
      setOptions({ ...options, headers: { ...options.headers, [CONTEXT_HEADER]: signed } });
    },
  };
}
