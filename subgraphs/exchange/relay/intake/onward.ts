import type { Knex } from 'knex';
import type { EnvelopeHeader } from '../../../kit/referrals/envelope.ts';
import type { ReferralKind, ReferralRules } from '../../../kit/referrals/rules.ts';
import type { ReferralRow } from '../../generated/rows.ts';

export type OnwardFault = 'NOT_PERMITTED' | 'WRONG_RECEIVER' | 'BROKEN_ORDER' | 'MALFORMED';

/**
 * Whether the receiver of a referral may send it on for its sender: null where it may; TOO_EARLY where the end of the old one has not been
 * taken yet. One referral goes on once.
 */
export async function onwardFault(
  tx: Knex,
  rules: ReferralRules,
  kind: ReferralKind,
  header: EnvelopeHeader,
): Promise<OnwardFault | 'TOO_EARLY' | null> {
  const parent = header.parent && (await tx<ReferralRow>('referrals').where({ id: header.parent }).forUpdate().first());
  if (!parent) return 'NOT_PERMITTED';
  const isReceiver = parent.toAgency === header.from && parent.fromAgency === header.onBehalfOf;
  if (!isReceiver || parent.kind !== header.kind) return 'NOT_PERMITTED';
  const isElsewhere = header.to !== parent.toAgency || header.region !== parent.regionCode;
  if (!kind.to.includes(header.to) || !isElsewhere) return 'WRONG_RECEIVER';
  if (rules.isOpen(parent.status)) return 'TOO_EARLY';
  if (parent.status !== 'REFERRED_ONWARD') return 'BROKEN_ORDER';
  const isSame =
    header.case === parent.caseId &&
    header.subject === parent.subjectId &&
    header.persons.join() === parent.personTokens.join();
  if (!isSame) return 'MALFORMED';
  const another = await tx<ReferralRow>('referrals')
    .where({ parentId: parent.id, kind: parent.kind, fromAgency: parent.fromAgency })
    .first('id');
  return another ? 'BROKEN_ORDER' : null;
}
