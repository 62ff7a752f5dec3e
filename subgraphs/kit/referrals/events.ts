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
  await tx('referral_events').insert({
    envelope_id: header.id,
    referral_id: header.referral,
    action: header.action,
    status,
    open_request: openRequest,
    version: header.version,
    agency: header.from,
    username: header.actor.username,
    role: header.actor.role,
    reason_code: header.reason,
    reason_text: reasonText,
    note: header.note,
    at: header.at,
  });
}
