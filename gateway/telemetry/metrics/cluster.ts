import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, Registry } from 'prom-client';
import type { Readable } from './serve.ts';

/** What a worker says: that it counts, and what it has counted when it was asked. */
type Said = { metrics: 'counting' } | { metrics: Counted; question: number };
type Counted = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;
/** What it is asked. */
interface Asked {
  metricsQuestion: number;
}

/** In a worker of node:cluster: the primary is told what was counted whenever it asks. */
export function tellPrimary(registry: Registry): void {
  process.on('message', async ({ metricsQuestion: question }: Partial<Asked>) => {
    if (question !== undefined) say({ metrics: await registry.getMetricsAsJSON(), question });
  });
  say({ metrics: 'counting' });
}

function say(said: Said): void {
  if (process.connected) process.send?.(said);
}

/** A worker that does not answer by then is left out. */
const PATIENCE_MS = 2_000;

/**
 * In the primary, before there are workers: what they have counted, added up; of states the worst. Those that begin or end,
 * or are too busy, keep nobody waiting: the library's own way fails as a whole where one does not answer.
 */
export function ofWorkers(): Readable {
  const counting = new Set<Worker>();
  const answers = new Map<number, (counted: Counted) => void>();
  let questions = 0;
  cluster.on('message', (worker, said: Partial<Said>) => {
    if (said.metrics === 'counting') counting.add(worker);
    else if (said.metrics && 'question' in said) answers.get(said.question as number)?.(said.metrics);
  });
  cluster.on('exit', (worker) => counting.delete(worker));

  const ask = async (worker: Worker): Promise<Counted[]> => {
    const question = questions++;
    const { promise, resolve } = Promise.withResolvers<Counted[]>();
    const leaveOut = () => resolve([]);
    answers.set(question, (counted) => resolve([counted]));
    const timer = setTimeout(leaveOut, PATIENCE_MS);
    worker.once('exit', leaveOut);
    worker.send({ metricsQuestion: question } satisfies Asked, (error) => error && leaveOut());
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      worker.off('exit', leaveOut);
      answers.delete(question);
    }
  };

  return {
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    async metrics() {
      const counted = await Promise.all([...counting].map(ask));
      return AggregatorRegistry.aggregate(counted.flat()).metrics();
    },
  };
}
