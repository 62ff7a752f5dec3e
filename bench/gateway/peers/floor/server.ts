import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { HEAVY, LIGHT } from '../../operations.ts';
import { createAsks } from './ask.ts';
import { heavy } from './heavy.ts';
import { light } from './light.ts';

/**
 * `server.ts <supergraph> <port>`: what a gateway cannot be faster than by much: the two operations of this bench written out by
 * hand, with the same fetches in the same order. Nothing is parsed but JSON, nothing is planned, nothing is checked.
 */
const [file = '', port] = process.argv.slice(2);
const urls = readFileSync(file, 'utf8').matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g);
const addresses = Object.fromEntries([...urls].map(([, name, url]) => [name, url]));
const subgraphs = createAsks(addresses);

const answers: Readonly<Record<string, (variables: never) => Promise<object>>> = {
  [HEAVY]: (variables) => heavy(subgraphs, variables),
  [LIGHT]: (variables) => light(subgraphs, variables),
};

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const answer = answers[query];
    if (!answer) return response.writeHead(400).end('{"errors":[{"message":"The floor has two operations only."}]}');
    const body = Buffer.from(JSON.stringify({ data: await answer(variables as never) }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
}).listen(Number(port), '127.0.0.1');
