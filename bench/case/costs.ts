import type { Profiler } from 'node:inspector';
import { sharesOf } from '../harness/cpuProfile.ts';
import { median } from '../harness/statistics.ts';
import type { Watched } from './watch.ts';

/** Parts of the way by where their code is: the first that fits. What Node does for all of them stands by itself. */
type Parts = readonly (readonly [part: string, place: RegExp])[];

const COLLECTOR = ['garbage collector', /^\(garbage collector\)$/] as const;
const NODE = ['Node and kernel: sockets, HTTP, promises, JSON', /^(node:|\(|V8)/] as const;

export const GATEWAY: Parts = [
  [
    'plan: operation, programs',
    /^gateway\/engine\/compiled\/(plan|operation|selections|own|rewrites|types)|^@apollo\/|^graphql$/,
  ],
  [
    'fetch: requests, connections',
    /^gateway\/engine\/(subgraphs\/|compiled\/(fetch|representations|wire))|^undici$|^node:.*undici|^cockatiel$/,
  ],
  ['writing: merging, completing, the answer', /^gateway\/engine\//],
  [
    'door: identity, limits, signed context',
    /^(gateway\/|fastify|@fastify|find-my-way|light-my-request|avvio|jose|pino|identity\/)/,
  ],
  COLLECTOR,
  NODE,
];

export const SUBGRAPHS: Parts = [
  ['sharing rules and trail', /^subgraphs\/kit\/(sharing|audit|crypto|permissions)/],
  [
    'SQL: statements, driver, rows',
    /^(knex|pg|pg-.*|tarn|postgres-.*|dataloader|lodash|uuid)$|^subgraphs\/(kit\/(database|toldQuery|prepared|loaders|rowScope|visibility|paging)|[^/]+\/store\/)/,
  ],
  [
    'subgraph server: HTTP, GraphQL, resolvers',
    /^(fastify|@fastify\/.*|find-my-way|secure-json-parse|@apollo\/.*|graphql|graphql-.*|jose|pino|subgraphs\/.*)$/,
  ],
  COLLECTOR,
  NODE,
];

/** To look costs something itself, most of all at its beginning. */
const INSPECTOR = 'node:inspector';

export type Shares = ReadonlyMap<string, number>;

/** Which share of a process's time each part has. */
export function partsOf(profile: Profiler.Profile, parts: Parts): Shares {
  const shares = new Map<string, number>(parts.map(([part]) => [part, 0]));
  const { byPlace } = sharesOf(JSON.stringify(profile), 0, Number.MAX_SAFE_INTEGER);
  const looked = byPlace.filter(([place]) => place !== INSPECTOR);
  const whole = looked.reduce((sum, [, share]) => sum + share, 0);
  for (const [place, share] of looked) {
    const [part] = parts.find(([, pattern]) => pattern.test(place)) ?? ['other'];
    shares.set(part, (shares.get(part) ?? 0) + share / whole);
  }
  return shares;
}

/** How long a view waits for subgraphs when nobody else asks: first the exchange, then all others at once. */
export function waitsOf({ fetches }: Pick<Watched, 'fetches'>): { exchange: number; others: number } {
  const each = Object.values(fetches).filter(({ exchange }) => exchange !== undefined);
  return {
    exchange: median(each.map(({ exchange = 0 }) => exchange)),
    others: median(each.map(({ exchange: _, ...others }) => Math.max(0, ...Object.values(others)))),
  };
}
