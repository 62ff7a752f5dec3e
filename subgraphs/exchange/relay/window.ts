import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import type { ReferralRules } from '../../kit/referrals/rules.ts';
import { SYSTEM_SCOPE } from '../../kit/rowScope.ts';
import type { Window } from '../../kit/sharing/decide.ts';
import { runInScope } from '../../kit/trace.ts';
import type { ReferralRow } from './record.ts';

/** What a referral lets an agency read now; null where it is unknown, has ended, or is not addressed to that agency. One statement. */
export async function windowOf(
  db: Knex,
  rules: ReferralRules,
  referralId: string,
  reader: string,
): Promise<Window | null> {
  if (!isUuid(referralId)) return null;
  const row = await runInScope(SYSTEM_SCOPE, () =>
    db<ReferralRow>('referrals')
      .where({ id: referralId, to_agency: reader })
      .first('kind', 'status', 'case_id', 'person_tokens'),
  );
  const kind = row && rules.kind(row.kind);
  if (!row || !kind || !rules.isOpen(row.status)) return null;
  return { referralId, purpose: kind.purpose, caseId: row.case_id, personTokens: row.person_tokens };
}
