import { z } from 'zod';
import { step } from './step.ts';

/** REFER_ONWARD of every kind: tells the sender which referral goes on in the place of the one that ends. */
export const referOnward = step.extend({
  onward: z
    .object({
      /** The new referral, and the envelope that sends it. */
      referral: z.uuid(),
      envelope: z.uuid(),
      /** Its receiver: agency and region. */
      to: z.string(),
      region: z.string().regex(/^\d{6,12}$/),
    })
    .optional(),
});
