import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Server as TlsServer } from 'node:tls';
import type { FastifyInstance } from 'fastify';

/** Requests in progress have this long to finish. Then their connections are closed, and their work is cancelled. */
const LIMIT_MS = 8_000;

/**
 * Shuts down without dropping a request. While clients and load balancers switch to another gateway it goes on answering,
 * reports by /ready that it is stopping, and closes each connection after its answer. Then it stops listening and finishes the
 * requests in progress.
 *
 * @returns whether it is stopping
 */
export function drainAtClose(app: FastifyInstance, lingerMs: number): () => boolean {
  let isStopping = false;
  let limit: NodeJS.Timeout | undefined;
  const unused = connectionsWithoutRequest(app);
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping) reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('preClose', async () => {
    isStopping = true;
    await sleep(lingerMs);
    limit = setTimeout(() => app.server.closeAllConnections(), LIMIT_MS).unref();
    unused.close();
  });
  app.addHook('onClose', async () => clearTimeout(limit));
  return () => isStopping;
}

/**
 * Connections that a client, such as a browser, opened in advance. Node does not count them as idle and would wait for them.
 *
 * @returns closes them, and any that still come
 */
function connectionsWithoutRequest(app: FastifyInstance): { close(): void } {
  const unused = new Set<Socket>();
  let isClosed = false;
  app.server.on(app.server instanceof TlsServer ? 'secureConnection' : 'connection', (connection: Socket) => {
    if (isClosed) return connection.destroy();
    unused.add(connection);
    connection.once('close', () => unused.delete(connection));
  });
  app.addHook('onRequest', (request, _reply, done) => {
    unused.delete(request.raw.socket);
    done();
  });
  return {
    close() {
      isClosed = true;
      for (const connection of unused) connection.destroy();
    },
  };
}
