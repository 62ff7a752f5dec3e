import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { documentsAsked, plansAsked, refusals, streamsChanged, supergraphs } from '../topics.ts';
import type { Tallies } from './tallies.ts';

/** Refusals by code, what is kept and found again, and event streams. @returns ends it */
export function countDoor(registry: Registry, tallies: Tallies): () => void {
  const registers = [registry];
  const refused = new Counter({
    name: 'casegraph_refusals_total',
    help: 'Requests that were turned away, by code.',
    labelNames: ['code'],
    registers,
  });
  const limited = new Counter({
    name: 'casegraph_limits_total',
    help: 'Requests that were turned away for a limit or a share of the minute, by its name.',
    labelNames: ['limit'],
    registers,
  });
  const cache = (name: string, help: string) => {
    const counter = new Counter({ name, help, labelNames: ['result'], registers, collect: tallies.tell });
    return { hit: tallies.counter(counter.labels('hit')), miss: tallies.counter(counter.labels('miss')) };
  };
  const documents = cache(
    'casegraph_document_cache_total',
    'Documents: known from before, or parsed and checked anew.',
  );
  const plans = cache('casegraph_plan_cache_total', 'Programs: known from before, or planned and compiled anew.');
  const planning = new Histogram({
    name: 'casegraph_plan_seconds',
    help: 'Planning and compiling an operation.',
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  const streams = new Gauge({ name: 'casegraph_event_streams', help: 'Event streams that are open.', registers });
  const loads = new Counter({
    name: 'casegraph_supergraphs_total',
    help: 'Supergraphs that came while another was served: loaded, or refused.',
    labelNames: ['outcome'],
    registers,
  });
  const ends = [
    refusals.listen(({ code, limit }) => {
      refused.inc({ code });
      if (limit !== null) limited.inc({ limit });
    }),
    documentsAsked.listen(({ kept }) => (kept ? documents.hit : documents.miss)()),
    plansAsked.listen(({ kept, milliseconds }) => {
      (kept ? plans.hit : plans.miss)();
      if (!kept) planning.observe(milliseconds / 1000);
    }),
    supergraphs.listen(({ outcome }) => loads.inc({ outcome })),
    streamsChanged.listen(({ by }) => streams.inc(by)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
