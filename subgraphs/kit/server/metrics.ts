import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';

/**
 * What Prometheus reads of a part, at /metrics of its own port. Labels are codes and names that the part itself knows: never a
 * value of a request, never a person.
 */
export function serveMetrics(app: FastifyInstance): Registry {
  const registry = new Registry();
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return registry;
}
