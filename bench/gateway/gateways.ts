import { fileURLToPath } from 'node:url';
import { LIMITS } from '../../gateway/limits/limits.ts';
import type { Headers } from '../harness/load.ts';

export const GATEWAYS = ['apollo', 'hive', 'hiveRust', 'floor', 'ours', 'guarded'] as const;
export type GatewayName = (typeof GATEWAYS)[number];

/** How a gateway is started before a supergraph. */
export interface Launch {
  /** Node's: a file, and what it is given. */
  command(supergraph: string, port: number): string[];
  env: Readonly<Record<string, string>>;
  /** What its callers send, each. */
  callers: readonly Headers[];
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const peer = (path: string, ...more: string[]): Launch => ({
  command: (supergraph, port) => [file(path), supergraph, String(port), ...more],
  env: {},
  callers: [{}],
});

/** As their documentation starts them, and the floor below all of them. */
export const PEERS = {
  apollo: peer('./peers/apollo.ts'),
  hive: peer('./peers/hive.ts'),
  hiveRust: peer('./peers/hive.ts', 'rust'),
  floor: peer('./peers/floor/server.ts'),
} as const satisfies Partial<Record<GatewayName, Launch>>;

const GATEWAY = file('../../runtime/commands/gateway.ts');

/** Counted like any, and never reached; documents of the bench's own are no agency's. */
const LIFTED = {
  TRUSTED_DOCUMENTS: 'off',
  ...Object.fromEntries(Object.values(LIMITS).map(({ variable, most }) => [variable, String(most)])),
};

/** `npm run gateway`, as anybody would start it before a supergraph of theirs. */
export const OURS: Launch = {
  command: (supergraph, port) => [GATEWAY, '--supergraph', supergraph, '--port', String(port), '--anonymous'],
  env: LIFTED,
  callers: [{}],
};

/** The same before people: each client is one of them, signed in; subgraphs are told who asks; and what is done is counted. */
export function guarded(env: Launch['env'], tokens: readonly string[]): Launch {
  return {
    command: (supergraph, port) => [GATEWAY, '--supergraph', supergraph, '--port', String(port)],
    env: { ...LIFTED, ...env },
    callers: tokens.map((token) => ({ authorization: `Bearer ${token}` })),
  };
}
