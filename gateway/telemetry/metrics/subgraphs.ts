import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type SubgraphState, subgraphRequests } from '../../execution/subgraphs/subgraphTelemetry.ts';
import { LATENCY_BUCKETS } from './buckets.ts';

/** Ordered for dashboards: a greater value is worse. */
const BREAKER_VALUES = { closed: 0, halfOpen: 1, open: 2 } as const satisfies Record<SubgraphState['breaker'], number>;

/**
 * Rate, errors and latency by subgraph, and the state of its circuit breaker and bulkhead.
 *
 * @param states the current state of all subgraphs, read when metrics are collected
 * @returns stops counting
 */
export function countSubgraphs(registry: Registry, states: () => readonly SubgraphState[]): () => void {
  const registers = [registry];
  const requests = new Counter({
    name: 'casegraph_subgraph_requests_total',
    help: 'Requests to subgraphs, by outcome.',
    labelNames: ['subgraph', 'outcome'],
    registers,
  });
  const retries = new Counter({
    name: 'casegraph_subgraph_retries_total',
    help: 'Reads that were sent a second time.',
    labelNames: ['subgraph'],
    registers,
  });
  const seconds = new Histogram({
    name: 'casegraph_subgraph_seconds',
    help: 'Time from a request to a subgraph to the end of its answer, including waiting and a retry.',
    labelNames: ['subgraph'],
    buckets: LATENCY_BUCKETS,
    registers,
  });
  /** @param aggregator how the values of several processes are combined */
  const gauge = (name: string, aggregator: 'max' | 'sum', help: string, read: (state: SubgraphState) => number) =>
    new Gauge({
      name,
      aggregator,
      help,
      labelNames: ['subgraph'],
      registers,
      collect() {
        // A new supergraph may have other subgraphs.
        this.reset();
        for (const state of states()) this.set({ subgraph: state.subgraph }, read(state));
      },
    });
  gauge('casegraph_breaker_state', 'max', 'The circuit breaker: 0 closed, 1 half-open, 2 open.', ({ breaker }) => {
    return BREAKER_VALUES[breaker];
  });
  gauge('casegraph_subgraph_running', 'sum', 'Requests to a subgraph in progress.', ({ running }) => running);
  gauge('casegraph_subgraph_waiting', 'sum', 'Requests that wait for a connection.', ({ waiting }) => waiting);

  return subgraphRequests.subscribe(({ subgraph, outcome, milliseconds, retried }) => {
    requests.inc({ subgraph, outcome });
    seconds.observe({ subgraph }, milliseconds / 1000);
    if (retried) retries.inc({ subgraph });
  });
}
