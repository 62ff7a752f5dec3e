import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { readConfig } from '../../../runtime/config.ts';
import type { Samples } from '../sample.ts';
import { createViews } from './view.ts';

/**
 * The floor: one process that answers views of cases by statements through the driver alone. Nobody is asked who they are, no
 * query is read, no rule is applied but those of the database, and what is read is written down.
 */
const [port, samples] = process.argv.slice(2);
if (port === undefined || samples === undefined) throw new Error('Give a port and the file of samples.');
const viewOf = await createViews(readConfig(), JSON.parse(readFileSync(samples, 'utf8')) as Samples);

const server = createServer(async (request, response) => {
  try {
    const { variables } = JSON.parse(await bodyOf(request)) as { variables: { id: string } };
    const answer = Buffer.from(JSON.stringify(await viewOf(String(request.headers['x-officer']), variables.id)));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  } catch (error) {
    response.writeHead(500, { 'content-length': 0 }).end();
    console.error(error);
  }
});
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
