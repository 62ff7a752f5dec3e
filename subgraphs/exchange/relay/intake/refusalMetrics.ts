import { Counter, type Registry } from 'prom-client';
import type { Intake } from './intake.ts';

/** Counts envelopes that are refused for good, by the code that their sender is told. */
export function countRefusals(intake: Intake, registry: Registry): Intake {
  const refused = new Counter({
    name: 'casegraph_refused_envelopes_total',
    help: 'Envelopes that the exchange refused.',
    labelNames: ['code'],
    registers: [registry],
  });
  return {
    async take(envelope, address) {
      const answer = await intake.take(envelope, address);
      if (answer.httpStatus === 409 || answer.httpStatus === 422) refused.inc({ code: answer.body.code ?? '' });
      return answer;
    },
  };
}
