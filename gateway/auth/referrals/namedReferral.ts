import { z } from 'zod';
import { REFERRAL_HEADER } from '../../../protocol/headers.ts';
import { refuse } from '../../http/refusal.ts';

const uuid = z.uuid();

/** The referral that a client names in the header; null for none. @throws Refusal for a value that is not an id */
export function namedReferral(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const parsed = uuid.safeParse(header);
  if (!parsed.success)
    throw refuse(400, 'BAD_REFERRAL', `The header ${REFERRAL_HEADER} is not the id of a referral (a UUID).`);
  return parsed.data.toLowerCase();
}
