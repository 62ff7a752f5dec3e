import { createServer } from 'node:http';

export interface MetricsPlace {
  host: string;
  port: number;
}

/** What is read, and in which of Prometheus' formats. */
export interface Readable {
  contentType: string;
  metrics(): Promise<string>;
}

/** A port of its own, which is not the public door: GET /metrics and nothing else. */
export async function serveMetrics(
  readable: Readable,
  { host, port }: MetricsPlace,
): Promise<{ close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end();
    try {
      const text = await readable.metrics();
      response.writeHead(200, { 'content-type': readable.contentType }).end(text);
    } catch {
      response.writeHead(503).end();
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      // One that was opened and never used would be waited for.
      server.closeAllConnections();
      await closed;
    },
  };
}
