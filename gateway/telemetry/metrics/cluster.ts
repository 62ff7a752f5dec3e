import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, Registry } from 'prom-client';
import type { MetricsSource } from './serve.ts';

type Values = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;
/** From a worker to the primary: that it counts, and its values when it was asked. */
type WorkerMessage = { metrics: 'counting' } | { metrics: Values; metricsRequest: number };
/** From the primary to a worker. */
interface PrimaryMessage {
  metricsRequest: number;
}

/** In a worker of node:cluster: sends its metrics to the primary whenever the primary asks. */
export function sendMetricsToPrimary(registry: Registry): void {
  process.on('message', async ({ metricsRequest }: Partial<PrimaryMessage>) => {
    if (metricsRequest !== undefined) send({ metrics: await registry.getMetricsAsJSON(), metricsRequest });
  });
  send({ metrics: 'counting' });
}

function send(message: WorkerMessage): void {
  if (process.connected) process.send?.(message);
}

/** A worker that does not answer in time is left out. */
const TIMEOUT_MS = 2_000;

/**
 * In the primary, before workers start: the metrics of all workers, added up; of states the worst. A worker that starts, ends or
 * is too busy delays nothing. (prom-client's ClusterRegistry fails as a whole where one worker does not answer.)
 */
export function metricsOfWorkers(): MetricsSource {
  const counting = new Set<Worker>();
  const pending = new Map<number, (values: Values) => void>();
  let requests = 0;
  cluster.on('message', (worker, message: Partial<WorkerMessage>) => {
    if (message.metrics === 'counting') counting.add(worker);
    else if (message.metrics && 'metricsRequest' in message)
      pending.get(message.metricsRequest as number)?.(message.metrics);
  });
  cluster.on('exit', (worker) => counting.delete(worker));

  const ask = async (worker: Worker): Promise<Values[]> => {
    const metricsRequest = requests++;
    const { promise, resolve } = Promise.withResolvers<Values[]>();
    const leaveOut = () => resolve([]);
    pending.set(metricsRequest, (values) => resolve([values]));
    const timer = setTimeout(leaveOut, TIMEOUT_MS);
    worker.once('exit', leaveOut);
    worker.send({ metricsRequest } satisfies PrimaryMessage, (error) => error && leaveOut());
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      worker.off('exit', leaveOut);
      pending.delete(metricsRequest);
    }
  };

  return {
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    async metrics() {
      const values = await Promise.all([...counting].map(ask));
      return AggregatorRegistry.aggregate(values.flat()).metrics();
    },
  };
}
