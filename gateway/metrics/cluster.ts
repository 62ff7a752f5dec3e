import { AggregatorRegistry, type Registry } from 'prom-client';
import type { Readable } from './serve.ts';

/** In a worker of node:cluster: the primary is told what was counted whenever it asks. */
export function tellPrimary(registry: Registry): void {
  AggregatorRegistry.setRegistries(registry);
  // Its first object begins to listen.
  new AggregatorRegistry();
}

/** In the primary: what its workers have counted, added up; of states the worst. */
export function ofWorkers(): Readable {
  const registry = new AggregatorRegistry();
  return { contentType: registry.contentType, metrics: () => registry.clusterMetrics() };
}
