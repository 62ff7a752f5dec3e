import { Counter, Histogram, type Registry } from 'prom-client';
import { type OperationEnded, operationsEnded } from '../topics.ts';
import { LATENCY_BUCKETS } from './buckets.ts';
import { createCodes } from './codes.ts';
import { kept } from './memoizeByLabel.ts';
import type { Tallies } from './tallies.ts';

/** Rate, errors and latency by operation. @returns ends it */
export function countOperations(registry: Registry, tallies: Tallies): () => void {
  const common = { registers: [registry], collect: tallies.tell };
  const operations = new Counter({
    name: 'casegraph_operations_total',
    help: 'Operations that the door let through, by trusted document (other for the rest) and outcome.',
    labelNames: ['operation', 'outcome'],
    ...common,
  });
  const seconds = new Histogram({
    name: 'casegraph_operation_seconds',
    help: 'From a request to its answer, by trusted document.',
    labelNames: ['operation'],
    buckets: LATENCY_BUCKETS,
    ...common,
  });
  const errors = new Counter({
    name: 'casegraph_errors_total',
    help: 'Errors that stand in answers, by the agency that they are of (none where of none) and code.',
    labelNames: ['agency', 'code'],
    ...common,
  });
  const codeOf = createCodes();
  const timeOf = kept((operation) => tallies.histogram(seconds.labels(operation)));
  const countOf = kept((operation) => kept((outcome) => tallies.counter(operations.labels(operation, outcome))));
  return operationsEnded.listen(({ name, answer, milliseconds }) => {
    const operation = name ?? 'other';
    timeOf(operation)(milliseconds / 1000);
    countOf(operation)(outcomeOf(answer))();
    for (const { extensions } of answer?.errors ?? [])
      errors.inc({ agency: nameOf(extensions?.agency), code: codeOf(extensions?.code) });
  });
}

function outcomeOf(answer: OperationEnded['answer']): string {
  if (!answer) return 'unanswered';
  if (!answer.executed) return 'not_executed';
  return answer.errors.length > 0 ? 'partial' : 'answered';
}

/** The gateway's own name for an agency: a subgraph of the supergraph. */
function nameOf(agency: unknown): string {
  return typeof agency === 'string' ? agency : 'none';
}
