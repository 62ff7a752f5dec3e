import { z } from 'zod';
import type { AgencyKeys } from './crypto/keys.ts';
import { claimedSender } from './referrals/envelope.ts';

/** A question of an agency's to the register, signed by it; good for a minute, so that a copy is worthless soon. */
const questionShape = z.strictObject({ number: z.string().max(60), at: z.number() });

const LIFETIME_MS = 60_000;

export async function signQuestion(question: { number: string }, agency: string, keys: AgencyKeys): Promise<string> {
  return keys.sign(JSON.stringify({ ...question, at: Date.now() }), { kid: agency });
}

/** The case number that an agency of the hub asks for; null where the question is not its own or too old. */
export async function verifyQuestion(jws: string, keys: AgencyKeys): Promise<string | null> {
  const sender = claimedSender(jws);
  const payload = sender ? await keys.verify(jws, sender) : null;
  if (payload === null) return null;
  try {
    const question = questionShape.parse(JSON.parse(payload));
    return Math.abs(Date.now() - question.at) < LIFETIME_MS ? question.number : null;
  } catch {
    return null;
  }
}
