import { z } from 'zod';
import { step } from './step.ts';

/** JUDICIAL_CONFIRMATION 司法确认: justice bureau to courts. The applicants are the persons of the referral; days are `yyyy-mm-dd`. */
export const judicialConfirmation = {
  /** The joint application 共同申请 with the agreement that is to be confirmed; `amount` in CNY. */
  SEND: step.extend({
    mediationNumber: z.string(),
    agreedOn: z.iso.date(),
    agreement: z.string(),
    amount: z.string().nullable(),
    appliedOn: z.iso.date(),
    documents: z.array(z.string()),
  }),
  /** The case number 民特案号 that the court gave it. */
  ACCEPT: step.extend({ number: z.string() }),
  /** The ruling 裁定, which bears the case number; `reason` says why where the application is rejected. */
  CONCLUDE: step.extend({
    confirmed: z.boolean(),
    number: z.string(),
    ruledOn: z.iso.date(),
    reason: z.string().nullable(),
  }),
};
