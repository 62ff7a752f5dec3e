import { z } from 'zod';
import type { AgencyKeys } from '../crypto/keys.ts';
import { claimedSender } from '../referrals/envelope.ts';

/** The region of whoever wants to know: the answer goes no further than they see. */
const region = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/);

/** Who wants a number confirmed wherever its case is: for the audit trail and the daily limit. */
const askerShape = z.strictObject({
  subject: z.string().min(1).max(255),
  username: z.string().max(255),
  role: z.string().max(255),
  requestId: z.string().max(100),
});

/** What an agency asks the exchange outside the graph: the case of a number, or what a referral lets its reader see. */
const questionShape = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('CASE_NUMBER'), number: z.string().max(60), region, at: z.number() }),
  z.strictObject({ about: z.literal('CASE_CONFIRMATION'), number: z.string().max(60), by: askerShape, at: z.number() }),
  z.strictObject({
    about: z.literal('GRANT'),
    referral: z.uuid(),
    reader: z.string().max(64),
    region,
    at: z.number(),
  }),
]);

type Question = z.infer<typeof questionShape>;
export type ConfirmationAsker = z.infer<typeof askerShape>;
type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

/** A question is signed by the agency that asks, and good for a minute, so that a copy is worthless soon. */
const LIFETIME_MS = 60_000;

export async function signQuestion(question: WithoutTime<Question>, agency: string, keys: AgencyKeys): Promise<string> {
  return keys.sign(JSON.stringify({ ...question, at: Date.now() }), { kid: agency });
}

/** What an agency of the hub asks, and which; null where the question is not its own, or too old. */
export async function verifyQuestion(
  jws: string,
  keys: AgencyKeys,
): Promise<{ asker: string; question: Question } | null> {
  const sender = claimedSender(jws);
  const payload = sender ? await keys.verify(jws, sender) : null;
  if (!sender || payload === null) return null;
  try {
    const question = questionShape.parse(JSON.parse(payload));
    return Math.abs(Date.now() - question.at) < LIFETIME_MS ? { asker: sender, question } : null;
  } catch {
    return null;
  }
}
