import { collectDefaultMetrics, Registry } from 'prom-client';
import type { SubgraphState } from '../../execution/subgraphs/subgraphTelemetry.ts';
import { countOperations } from './operations.ts';
import { countLookUps } from './personLookups.ts';
import { countDoor } from './requests.ts';
import { countSubgraphs } from './subgraphs.ts';
import { createTallies } from './tallies.ts';

/** What Prometheus reads of this process. Labels are names that the gateway itself knows: never a value, never a person. */
export interface Metrics {
  registry: Registry;
  stop(): void;
}

/**
 * Counts what the gateways of this process tell (telemetry.ts) from now on.
 *
 * @param states how it stands with the subgraphs now
 */
export function createMetrics(states: () => readonly SubgraphState[]): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const tallies = createTallies();
  const ends = [
    countOperations(registry, tallies),
    countSubgraphs(registry, tallies, states),
    countDoor(registry, tallies),
    countLookUps(registry),
  ];
  return {
    registry,
    stop() {
      for (const end of ends) end();
      registry.clear();
    },
  };
}
