import type { FastifyInstance } from 'fastify';

/** What is under way has so long; then its connections are closed. */
const LIMIT_MS = 5_000;
const LOOK_EVERY_MS = 20;

/**
 * When a server is told to stop, what is under way is answered, and each connection closed after that: by itself a server
 * closes those that wait for another request at that moment, and waits a minute for those that are answered a moment later.
 */
export function closeConnections(app: FastifyInstance, limitMs = LIMIT_MS): void {
  let look: NodeJS.Timeout | undefined;
  let limit: NodeJS.Timeout | undefined;
  app.addHook('preClose', (done) => {
    look = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY_MS).unref();
    limit = setTimeout(() => app.server.closeAllConnections(), limitMs).unref();
    done();
  });
  app.addHook('onClose', (_app, done) => {
    clearInterval(look);
    clearTimeout(limit);
    done();
  });
}
