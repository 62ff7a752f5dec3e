import type { SubgraphState } from '../../gateway/execution/subgraphs/subgraphTelemetry.ts';
import { sendMetricsToPrimary } from '../../gateway/telemetry/metrics/cluster.ts';
import { createMetrics } from '../../gateway/telemetry/metrics/metrics.ts';
import { operations as operationsTopic } from '../../gateway/telemetry/topics.ts';

/**
 * A worker of node:cluster that has answered so many operations: `countingWorker.ts <operations> <breaker>`; or one that is
 * `starting`, or that is too `busy` to say anything.
 */
const [operations, breaker] = process.argv.slice(2) as [string, SubgraphState['breaker']];
if (operations !== 'starting') {
  const { registry } = createMetrics(() => [{ subgraph: 'courts', breaker, running: 1, waiting: 2 }]);
  sendMetricsToPrimary(registry);
  for (let each = 0; each < Number(operations); each += 1)
    operationsTopic.publish({ name: null, answer: { executed: true, errors: [] }, milliseconds: 1 });
}
process.send?.('begun', () => {
  if (operations === 'busy') for (;;);
});
