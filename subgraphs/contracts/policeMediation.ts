import { z } from 'zod';
import { step } from './step.ts';

/** POLICE_MEDIATION 警调对接: police to justice bureau. */
export const policeMediation = {
  /** A dispute that the police hand over from an incident. */
  SEND: step.extend({
    incidentNumber: z.string(),
    disputeKind: z.string(),
    summary: z.string(),
    parties: z.array(z.object({ name: z.string(), idNumber: z.string(), phone: z.string().nullable() })),
    note: z.string().nullable(),
  }),
  /** Who mediates. */
  ACCEPT: step.extend({ mediationNumber: z.string(), organisation: z.string(), mediator: z.string().nullable() }),
  /** The result. Of an agreement its content, amount in CNY and last day of performance; of a failure its reason. */
  CONCLUDE: step.extend({
    outcome: z.enum(['AGREED', 'FAILED']),
    agreement: z
      .object({ content: z.string(), amount: z.string().nullable(), performBy: z.string().nullable() })
      .nullable(),
    failureReason: z.string().nullable(),
  }),
};
