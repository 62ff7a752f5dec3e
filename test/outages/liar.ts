import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Agent, request } from 'undici';
import type { Lie } from './lies.ts';

/** Stands before a subgraph: passes on what is asked, and what is answered as it likes. */
export interface Liar {
  url: string;
  /** Requests that have come. */
  readonly asked: number;
  /** Tells this from now on; the truth where it is null. */
  tell(lie: Lie | null): void;
  /** Answers so much later from now on. */
  delay(milliseconds: number): void;
  close(): Promise<void>;
}

export async function startLiar(subgraphUrl: string): Promise<Liar> {
  const agent = new Agent({ connections: 32 });
  let lie: Lie | null = null;
  let delayMs = 0;
  let asked = 0;
  const server = createServer(async (asking, response) => {
    asked += 1;
    const told = lie;
    const late = delayMs;
    const stop = new AbortController();
    response.once('close', () => response.writableFinished || stop.abort());
    try {
      const { statusCode, headers, body } = await request(`${subgraphUrl}${asking.url}`, {
        method: 'POST',
        headers: passedOn(asking.headers),
        body: await text(asking),
        dispatcher: agent,
        signal: stop.signal,
      });
      const honest = await body.text();
      if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
      if (told) told(response, honest);
      else response.writeHead(statusCode, { 'content-type': String(headers['content-type']) }).end(honest);
    } catch {
      // As if nobody stood between: the connection breaks.
      response.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get asked() {
      return asked;
    },
    tell(next) {
      lie = next;
    },
    delay(milliseconds) {
      delayMs = milliseconds;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all([once(server, 'close'), agent.destroy()]);
    },
  };
}

function passedOn({ 'content-type': type, 'x-casegraph-context': context, 'x-request-id': id }: IncomingHttpHeaders) {
  return { 'content-type': type ?? '', 'x-casegraph-context': context ?? '', 'x-request-id': id ?? '' };
}
