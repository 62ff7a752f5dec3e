import { Counter, Histogram, type Registry } from 'prom-client';
import { type OperationEnded, operations } from '../topics.ts';
import { LATENCY_BUCKETS } from './buckets.ts';
import { createCodeLabels } from './codes.ts';

/** Rate, errors and latency by operation. @returns stops counting */
export function countOperations(registry: Registry): () => void {
  const registers = [registry];
  const total = new Counter({
    name: 'casegraph_operations_total',
    help: 'Admitted operations, by trusted document (other for the rest) and outcome.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'casegraph_operation_seconds',
    help: 'Time from a request to its answer, by trusted document.',
    labelNames: ['operation'],
    buckets: LATENCY_BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: 'casegraph_errors_total',
    help: 'Errors in answers, by the agency that caused them (none for the gateway) and code.',
    labelNames: ['agency', 'code'],
    registers,
  });
  const codeOf = createCodeLabels();
  return operations.subscribe(({ name, answer, milliseconds }) => {
    const operation = name ?? 'other';
    seconds.observe({ operation }, milliseconds / 1000);
    total.inc({ operation, outcome: outcomeOf(answer) });
    for (const { extensions } of answer?.errors ?? [])
      errors.inc({ agency: agencyOf(extensions?.agency), code: codeOf(extensions?.code) });
  });
}

function outcomeOf(answer: OperationEnded['answer']): string {
  if (!answer) return 'unanswered';
  if (!answer.executed) return 'not_executed';
  return answer.errors.length > 0 ? 'partial' : 'answered';
}

/** The gateway sets it: the name of a subgraph. */
function agencyOf(agency: unknown): string {
  return typeof agency === 'string' ? agency : 'none';
}
