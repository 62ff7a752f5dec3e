import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';

/**
 * Stands while `npm start` loads the demonstration: a file, since every part is another process. Where loading is broken off
 * it stays until the next start, as the data are not there either.
 */
const markerOf = ({ home }: Pick<Config, 'home'>) => join(home, 'loading');

export function beginLoading(config: Config): void {
  mkdirSync(config.home, { recursive: true, mode: 0o711 });
  writeFileSync(markerOf(config), '');
}

export function endLoading(config: Config): void {
  rmSync(markerOf(config), { force: true });
}

/** Has a part say at /ready that the data are not there yet, for as long as it is so; to be called before it listens. */
export function unreadyWhileLoading(app: FastifyInstance, config: Config): void {
  const marker = markerOf(config);
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url !== '/ready' || !existsSync(marker)) return done();
    reply.code(503).send({ status: 'loading the demonstration' });
  });
}
