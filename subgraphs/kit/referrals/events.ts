import type { Knex } from 'knex';
import type { EnvelopeHeader } from './envelope.ts';
import type { ReferralState } from './rules.ts';

/** One event of the agency's own history of a referral; the same for what it did and for what arrived. */
export async function recordEvent(
  tx: Knex.Transaction,
  header: Omit<EnvelopeHeader, 'bodyDigest'>,
  { status, openRequest }: ReferralState,
  reasonText: string | null = null,
): Promise<void> {
  await tx('referralEvents').insert({
    envelopeId: header.id,
    referralId: header.referral,
    action: header.action,
    status,
    openRequest,
    version: header.version,
    agency: header.from,
    username: header.actor.username,
    role: header.actor.role,
    reasonCode: header.reason,
    reasonText,
    note: header.note,
    at: header.at,
  });
}
