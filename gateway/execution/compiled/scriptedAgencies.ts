import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach } from 'node:test';
import { composeServices } from '@apollo/composition';
import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { pino } from 'pino';
import { createApolloEngine } from '../apolloEngine.ts';
import type { Engine } from '../engine.ts';
import { createCompiledEngine } from './compiledEngine.ts';

/** What the agencies of tests begin their schema with. */
export const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@requires", "@external"])';

const AGENCIES = {
  register: `${LINK}
    scalar Anything
    type Query { cases: [Case!] case(id: ID!): Case other: Case! stage: Stage odd: Odd told(representations: Int): Int }
    type Mutation { open(id: ID!): Case close(id: ID!): Case }
    type Case @key(fields: "id") { id: ID! number: String! stage: Stage weight: Float count: Int tags: [String!] sibling: Case any: Anything }
    type Odd { constructor: String toString: Int! valueOf: Case }
    enum Stage { OPEN CLOSED SECRET @inaccessible }`,
  courts: `${LINK}
    type Mutation { appoint(id: ID!): Case }
    type Case @key(fields: "id") { id: ID! judge: String hearings: [Hearing!]! verdict: Verdict! }
    type Hearing { room: String! minutes(first: Int): [String] }
    type Verdict { text: String! }`,
};

export type Agency = keyof typeof AGENCIES;
export interface Asked {
  query: string;
  variables: { representations?: { __typename: string; id: string }[] } & Record<string, unknown>;
}

export interface Response {
  data?: unknown;
  errors?: ResponseError[];
  extensions?: { agencies?: Record<string, string>; valueCompletion?: ResponseError[] };
}

interface ResponseError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; agency?: string; id?: string };
}

/** Agencies that say what they are told to. @param answer an object is sent as JSON, a text or bytes as they are */
export async function startAgencies<Name extends string>(
  sdl: Readonly<Record<Name, string>>,
  answer: (name: Name, question: Asked) => unknown,
): Promise<{ supergraph: string; servers: Server[] }> {
  const servers: Server[] = [];
  const services = await Promise.all(
    (Object.entries(sdl) as [Name, string][]).map(async ([name, text]) => {
      const server = createServer(async (request, response) => {
        let body = '';
        for await (const chunk of request) body += chunk;
        const said = answer(name, JSON.parse(body) as Asked);
        response.setHeader('content-type', 'application/json');
        response.end(typeof said === 'string' || Buffer.isBuffer(said) ? said : JSON.stringify(said));
      });
      server.keepAliveTimeout = 120_000;
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      return { name, typeDefs: parse(text), url: `http://127.0.0.1:${port}/graphql` };
    }),
  );
  const { supergraphSdl, errors } = composeServices(services);
  return { supergraph: supergraphSdl ?? assert.fail(errors?.join()), servers };
}

/** Two agencies for the tests of a file, and both engines before them. */
export interface ScriptedGraph {
  /** What each has been asked since the test began. */
  asked: Record<Agency, Asked[]>;
  /** What each says to it: an object is sent as JSON, a text or bytes as they are. */
  says: Record<Agency, (asked: Asked) => unknown>;
  engines: Record<'ours' | 'reference', Engine>;
  /** Lines that the engines have logged. */
  logged: number;
  /** Asks ours. */
  ask(query: string, variables?: Record<string, unknown>): ReturnType<typeof ask>;
}

/** To be called where a suite is described. */
export function scriptedGraph(): ScriptedGraph {
  const graph = { logged: 0, ask: (query, variables) => ask(graph.engines.ours, query, variables) } as ScriptedGraph;
  let servers: Server[] = [];
  before(async () => {
    const started = await startAgencies(AGENCIES, (name, question) => {
      graph.asked[name].push(question);
      return graph.says[name](question);
    });
    servers = started.servers;
    const log = pino({}, { write: () => (graph.logged += 1) });
    const options = { supergraph: started.supergraph, subgraphUrls: {}, contexts: null, introspection: true, log };
    graph.engines = { ours: await createCompiledEngine(options), reference: await createApolloEngine(options) };
  });
  after(async () => {
    await Promise.all(Object.values(graph.engines ?? {}).map((engine) => engine.stop()));
    for (const server of servers) server.close().closeAllConnections();
  });
  beforeEach(() => {
    graph.asked = { register: [], courts: [] };
    graph.says = {
      register: () => ({ data: { cases: [CASE(1), CASE(2), CASE(3)] } }),
      courts: ({ variables }) => ({
        data: { _entities: variables.representations?.map(({ id }) => ({ judge: `Judge of ${id}`, hearings: [] })) },
      }),
    };
  });
  return graph;
}

export const CASE = (id: number, more: object = {}) => ({ __typename: 'Case', id: `${id}`, ...more });

const documents = new Map<string, DocumentNode>();

/** The same text gives the same object, as the door has it. */
function documentOf(query: string): DocumentNode {
  const known = documents.get(query) ?? parse(query);
  documents.set(query, known);
  return known;
}

export async function ask(
  engine: Engine,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Response & { text: string }> {
  const document = documentOf(query);
  const { body } = await engine.execute({
    document,
    node: getOperationAST(document) as OperationDefinitionNode,
    query,
    variables,
    viewer: null,
    referral: null,
    requestId: 'test',
    signal: new AbortController().signal,
  });
  const text = String(body);
  return { ...(JSON.parse(text) as Response), text };
}

/** Each error's code and path. */
export const codes = ({ errors = [] }: Response) =>
  errors.map(({ extensions: { code }, path }) => `${code} ${path?.join('.')}`);
