import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { documentLookups, eventStreams, planLookups, refusals, supergraphLoads } from '../topics.ts';

/** Refusals by code, cache hits, event streams and loaded supergraphs. @returns stops counting */
export function countRequests(registry: Registry): () => void {
  const registers = [registry];
  const refused = new Counter({
    name: 'casegraph_refusals_total',
    help: 'Refused requests, by code.',
    labelNames: ['code'],
    registers,
  });
  const limited = new Counter({
    name: 'casegraph_limits_total',
    help: 'Requests that were refused because of a limit, by its name.',
    labelNames: ['limit'],
    registers,
  });
  const cache = (name: string, help: string) => new Counter({ name, help, labelNames: ['result'], registers });
  const documents = cache('casegraph_document_cache_total', 'Look-ups of parsed and validated documents.');
  const plans = cache('casegraph_plan_cache_total', 'Look-ups of planned and compiled operations.');
  const planning = new Histogram({
    name: 'casegraph_plan_seconds',
    help: 'Planning and compiling an operation.',
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  const streams = new Gauge({ name: 'casegraph_event_streams', help: 'Open event streams.', registers });
  const loads = new Counter({
    name: 'casegraph_supergraphs_total',
    help: 'New supergraphs while another was served: loaded, or refused.',
    labelNames: ['outcome'],
    registers,
  });
  const resultOf = (hit: boolean) => (hit ? 'hit' : 'miss');
  const subscriptions = [
    refusals.subscribe(({ code, limit }) => {
      refused.inc({ code });
      if (limit !== null) limited.inc({ limit });
    }),
    documentLookups.subscribe(({ hit }) => documents.inc({ result: resultOf(hit) })),
    planLookups.subscribe(({ hit, milliseconds }) => {
      plans.inc({ result: resultOf(hit) });
      if (!hit) planning.observe(milliseconds / 1000);
    }),
    supergraphLoads.subscribe(({ outcome }) => loads.inc({ outcome })),
    eventStreams.subscribe(({ change }) => streams.inc(change)),
  ];
  return () => {
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}
