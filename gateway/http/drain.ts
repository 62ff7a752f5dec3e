import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Server as TlsServer } from 'node:tls';
import type { FastifyInstance } from 'fastify';

/** What is under way has so long; then its connections are closed, and what it does is given up. */
const LIMIT_MS = 8_000;

/**
 * Leaves without dropping a request. While callers and load balancers find another one it goes on answering, and says that it
 * goes: by /ready, and by closing each connection after its answer. Then it listens no more, and ends what is under way.
 *
 * @returns whether it is leaving
 */
export function drainAtClose(app: FastifyInstance, lingerMs: number): () => boolean {
  let leaving = false;
  let limit: NodeJS.Timeout | undefined;
  const unused = connectionsWithoutRequest(app);
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (leaving) reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('preClose', async () => {
    leaving = true;
    await sleep(lingerMs);
    limit = setTimeout(() => app.server.closeAllConnections(), LIMIT_MS).unref();
    unused.close();
  });
  app.addHook('onClose', async () => clearTimeout(limit));
  return () => leaving;
}

/**
 * Connections that were opened for later, as browsers do: for Node they are not idle, and it would wait for them.
 *
 * @returns closes them, and those that still come
 */
function connectionsWithoutRequest(app: FastifyInstance): { close(): void } {
  const unused = new Set<Socket>();
  let closed = false;
  app.server.on(app.server instanceof TlsServer ? 'secureConnection' : 'connection', (connection: Socket) => {
    if (closed) return connection.destroy();
    unused.add(connection);
    connection.once('close', () => unused.delete(connection));
  });
  app.addHook('onRequest', (request, _reply, done) => {
    unused.delete(request.raw.socket);
    done();
  });
  return {
    close() {
      closed = true;
      for (const connection of unused) connection.destroy();
    },
  };
}
