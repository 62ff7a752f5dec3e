import { z } from 'zod';
import { step } from './step.ts';

/** JUDICIAL_AID_LEAD 司法救助线索: women's federation to prosecutors. */
export const judicialAidLead = {
  /** The lead as it is referred. */
  SEND: step.extend({
    number: z.string(),
    applicant: z.object({ name: z.string(), idNumber: z.string(), phone: z.string().nullable() }),
    hardship: z.string(),
    household: z.record(z.string(), z.unknown()),
    caseNumber: z.string(),
    description: z.string(),
    note: z.string().nullable(),
  }),
  ACCEPT: step.extend({ note: z.string().nullable() }),
  /** The materials that are missing. */
  HOLD: step.extend({ materials: z.array(z.string()) }),
  /** The feedback 线索反馈; `amount` in CNY, null where nothing was paid. */
  CONCLUDE: step.extend({ aided: z.boolean(), amount: z.string().nullable(), feedback: z.string() }),
};
