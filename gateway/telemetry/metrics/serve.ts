import { createServer } from 'node:http';

export interface MetricsAddress {
  host: string;
  port: number;
}

/** Metrics as text, and the format of Prometheus in which they are. */
export interface MetricsSource {
  contentType: string;
  metrics(): Promise<string>;
}

/** Serves GET /metrics, and nothing else, at a port that is not the public one. */
export async function serveMetrics(
  source: MetricsSource,
  { host, port }: MetricsAddress,
): Promise<{ close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end();
    try {
      const text = await source.metrics();
      response.writeHead(200, { 'content-type': source.contentType }).end(text);
    } catch {
      response.writeHead(503).end();
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      // The server would wait for a connection that was opened and never used.
      server.closeAllConnections();
      await closed;
    },
  };
}
