import { createServer, type Socket } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import { readMessages } from '../../harness/messages.ts';
import { SUBGRAPHS, type SubgraphName } from './names.ts';
import { RESOLVERS } from './resolvers.ts';
import { subgraphSdl } from './supergraph.ts';

/**
 * The four canned subgraphs in one process. Whatever is asked the first time is executed; asked again with the same bytes, the
 * same answer is sent as it stands. So every gateway gets right answers to its own fetches, and they cost next to nothing.
 * Tells its parent the ports, and how often each was asked since it was asked that last.
 */
const MOST_ANSWERS = 20_000;

const asked = Object.fromEntries(SUBGRAPHS.map((name) => [name, 0])) as Record<SubgraphName, number>;
const ports = Object.fromEntries(await Promise.all(SUBGRAPHS.map(async (name) => [name, await serve(name)])));

process.on('message', () => {
  process.send?.({ ...asked });
  for (const name of SUBGRAPHS) asked[name] = 0;
});
process.once('disconnect', () => process.exit(0));
process.send?.(ports);

async function serve(name: SubgraphName): Promise<number> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(subgraphSdl(name)), resolvers: RESOLVERS[name] }]);
  const answers = new Map<string, Buffer>();
  const answer = async (socket: Socket, body: Buffer, key: string) => {
    const ready = await execute(schema, body.toString());
    if (answers.size < MOST_ANSWERS) answers.set(key, ready);
    socket.write(ready);
  };
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    readMessages(socket, ({ body }) => {
      asked[name] += 1;
      const key = body.toString('latin1');
      const ready = answers.get(key);
      if (ready) socket.write(ready);
      else void answer(socket, body, key);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port.');
  return address.port;
}

/** The whole HTTP answer. */
async function execute(schema: GraphQLSchema, body: string): Promise<Buffer> {
  const { query, variables, operationName } = JSON.parse(body);
  const result = await graphql({ schema, source: query, variableValues: variables, operationName });
  if (result.errors) throw new Error(`A canned subgraph cannot answer: ${result.errors.map(String).join('; ')}`);
  const json = JSON.stringify(result);
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n\r\n`;
  return Buffer.from(head + json);
}
