import { Counter, type Registry } from 'prom-client';
import { lookUpsAsked } from '../topics.ts';

/** Look-ups by an identity number: who makes many is known to the subgraph that answers, and to its audit trail. @returns ends it */
export function countLookUps(registry: Registry): () => void {
  const counter = new Counter({
    name: 'casegraph_look_ups_total',
    help: 'Persons that were looked up by an identity number, by the field of the query.',
    labelNames: ['field'],
    registers: [registry],
  });
  return lookUpsAsked.listen(({ field }) => counter.inc({ field }));
}
