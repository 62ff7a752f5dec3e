import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type SubgraphState, subgraphsAsked } from '../../execution/subgraphs/subgraphTelemetry.ts';
import { LATENCY_BUCKETS } from './buckets.ts';
import { kept } from './memoizeByLabel.ts';
import type { Tallies } from './tallies.ts';

/** As a board shows them: the more, the worse. */
const BREAKER = { closed: 0, halfOpen: 1, open: 2 } as const satisfies Record<SubgraphState['breaker'], number>;

/**
 * Rate, errors and latency by subgraph, and the state of what guards each.
 *
 * @param states how it stands with the subgraphs now; asked when somebody looks
 * @returns ends it
 */
export function countSubgraphs(
  registry: Registry,
  tallies: Tallies,
  states: () => readonly SubgraphState[],
): () => void {
  const registers = [registry];
  const common = { registers, collect: tallies.tell };
  const requests = new Counter({
    name: 'casegraph_subgraph_requests_total',
    help: 'Requests to subgraphs, by how they ended.',
    labelNames: ['subgraph', 'outcome'],
    ...common,
  });
  const retries = new Counter({
    name: 'casegraph_subgraph_retries_total',
    help: 'Reads that were sent a second time.',
    labelNames: ['subgraph'],
    ...common,
  });
  const seconds = new Histogram({
    name: 'casegraph_subgraph_seconds',
    help: 'From a request to a subgraph to the end of its answer, waiting and a second try included.',
    labelNames: ['subgraph'],
    buckets: LATENCY_BUCKETS,
    ...common,
  });
  /** @param aggregator of what several processes say */
  const gauge = (name: string, aggregator: 'max' | 'sum', help: string, read: (state: SubgraphState) => number) =>
    new Gauge({
      name,
      aggregator,
      help,
      labelNames: ['subgraph'],
      registers,
      collect() {
        // Another supergraph may have others.
        this.reset();
        for (const state of states()) this.set({ subgraph: state.subgraph }, read(state));
      },
    });
  gauge(
    'casegraph_breaker_state',
    'max',
    'The breaker: 0 closed, 1 half-open, 2 open.',
    ({ breaker }) => BREAKER[breaker],
  );
  gauge('casegraph_subgraph_running', 'sum', 'Requests to a subgraph that are under way.', ({ running }) => running);
  gauge('casegraph_subgraph_waiting', 'sum', 'Requests that wait for a connection.', ({ waiting }) => waiting);

  const timeOf = kept((subgraph) => tallies.histogram(seconds.labels(subgraph)));
  const countOf = kept((subgraph) => kept((outcome) => tallies.counter(requests.labels(subgraph, outcome))));
  return subgraphsAsked.listen(({ subgraph, outcome, milliseconds, retried }) => {
    countOf(subgraph)(outcome)();
    timeOf(subgraph)(milliseconds / 1000);
    if (retried) retries.inc({ subgraph });
  });
}
