import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';

/** A graph that is not CaseGraph's: subgraphs that ask nobody who they are, and their supergraph in a file. */
export interface TestGraph {
  folder: string;
  /** The supergraph's file. */
  file: string;
  supergraph: string;
  /** Requests that a subgraph has had. */
  asked(name: string): number;
  /** Connections to its subgraphs that are open. */
  connections(): Promise<number>;
  /** Requests that a subgraph was not let answer. */
  givenUp(name: string): number;
  stop(): Promise<void>;
}

export interface TestSubgraph {
  sdl: string;
  resolvers: GraphQLResolverMap<unknown>;
}

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable"])';

export async function startGraph(subgraphs: Readonly<Record<string, TestSubgraph>>): Promise<TestGraph> {
  const counts = new Map<string, Counts>();
  const running = await Promise.all(
    Object.entries(subgraphs).map(async ([name, { sdl, resolvers }]) => {
      const typeDefs = parse(`${LINK} ${sdl}`);
      const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
      const count = { asked: 0, givenUp: 0 };
      counts.set(name, count);
      const server = await serve(schema, count);
      const { port } = server.address() as AddressInfo;
      return { server, service: { name, url: `http://127.0.0.1:${port}/graphql`, typeDefs } };
    }),
  );
  const { supergraphSdl: supergraph, errors } = composeServices(running.map(({ service }) => service));
  if (supergraph === undefined) throw new Error(errors?.join('\n'));
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-graph-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraph);
  return {
    folder,
    file,
    supergraph,
    async connections() {
      const open = running.map(({ server }) => promisify(server.getConnections.bind(server))());
      return (await Promise.all(open)).reduce((sum, count) => sum + count, 0);
    },
    asked: (name) => counts.get(name)?.asked ?? 0,
    givenUp: (name) => counts.get(name)?.givenUp ?? 0,
    async stop() {
      for (const { server } of running) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
      rmSync(folder, { recursive: true });
    },
  };
}

interface Counts {
  asked: number;
  givenUp: number;
}

async function serve(schema: GraphQLSchema, count: Counts): Promise<Server> {
  const server = createServer(async (request, response) => {
    count.asked += 1;
    response.once('close', () => {
      if (!response.writableFinished) count.givenUp += 1;
    });
    const { query, variables } = (await json(request)) as { query: string; variables?: Record<string, unknown> };
    const result = await graphql({ schema, source: query, variableValues: variables });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
