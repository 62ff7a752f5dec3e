import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { sampleFile, sampleFolder } from '../../harness/samples.ts';
import type { TestSystem } from '../../harness/system.ts';
import type { Answer } from '../asked.ts';
import type { Reader } from '../expected/oracle.ts';
import { askedInTime, viewerOf } from './subgraphAsker.ts';

/** Hive Gateway in front of a system's subgraphs, instead of our own gateway. */
export interface HiveGateway {
  ask(reader: Reader, referral: string | null, query: string, variables: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
}

type HiveConfig = Parameters<typeof createGatewayRuntime>[0];

/** Who asks comes in a header that only this test sends; a router that serves people takes it from a token that it has verified. */
const WHO_ASKS = `export const whoAsks = ({ headers }) => JSON.parse(decodeURIComponent(headers.get('x-reader')));`;

/** Configured by the code that docs/other-routers.md gives. */
export async function startHive({ config }: TestSystem): Promise<HiveGateway> {
  const folder = sampleFolder({
    'gateway.config.js': sampleFile('docs/other-routers.md', 'gateway.config.js').text,
    'context.json': readFileSync(join(config.keysFolder, 'context.json'), 'utf8'),
    'whoAsks.js': WHO_ASKS,
  });
  const { gatewayConfig } = await folder.load<{ gatewayConfig: HiveConfig }>('gateway.config.js');
  const runtime = createGatewayRuntime({
    ...gatewayConfig,
    supergraph: supergraphAt(config.urls),
    logging: false,
  } as HiveConfig);
  return {
    ask: (reader, referral, query, variables) =>
      askedInTime(async () => {
        const { subject: sub, ...viewer } = viewerOf(reader);
        const response = await runtime.fetch('http://hive/graphql', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-reader': encodeURIComponent(JSON.stringify({ sub, ...viewer })),
            ...(referral && { 'x-referral': referral }),
          },
          body: JSON.stringify({ query, variables }),
        });
        const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
        return { data, errors };
      }),
    async stop() {
      await runtime[Symbol.asyncDispose]();
      folder.remove();
    },
  };
}

/** The supergraph with the addresses at which the system's subgraphs answer. */
function supergraphAt(urls: Readonly<Record<string, string>>): string {
  const text = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
  return text.replaceAll(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, name) => `@join__graph(name: "${name}", url: "${urls[name]}/graphql")`,
  );
}
