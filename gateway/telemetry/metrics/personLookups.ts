import { Counter, type Registry } from 'prom-client';
import { personLookups } from '../topics.ts';

/** Look-ups by an identity number. Who makes them is in the audit trail of the subgraph that answers. @returns stops counting */
export function countPersonLookups(registry: Registry): () => void {
  const counter = new Counter({
    name: 'casegraph_look_ups_total',
    help: 'Persons that were looked up by an identity number, by field of the query.',
    labelNames: ['field'],
    registers: [registry],
  });
  return personLookups.subscribe(({ field }) => counter.inc({ field }));
}
