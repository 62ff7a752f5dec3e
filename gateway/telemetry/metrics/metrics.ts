import { collectDefaultMetrics, Registry } from 'prom-client';
import type { SubgraphState } from '../../execution/subgraphs/subgraphTelemetry.ts';
import { countOperations } from './operations.ts';
import { countPersonLookups } from './personLookups.ts';
import { countRequests } from './requests.ts';
import { countSubgraphs } from './subgraphs.ts';

/** The Prometheus metrics of this process. Labels are names that the gateway knows: never a value, never a person. */
export interface Metrics {
  registry: Registry;
  stop(): void;
}

/**
 * Counts what the gateways of this process publish (topics.ts) from now on.
 *
 * @param states the current state of all subgraphs
 */
export function createMetrics(states: () => readonly SubgraphState[]): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = [
    countOperations(registry),
    countSubgraphs(registry, states),
    countRequests(registry),
    countPersonLookups(registry),
  ];
  return {
    registry,
    stop() {
      for (const stop of counters) stop();
      registry.clear();
    },
  };
}
