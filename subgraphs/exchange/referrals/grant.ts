import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import { prepared } from '../../kit/database/prepared.ts';
import { scopeOf } from '../../kit/database/rowScope.ts';
import type { ReferralRules } from '../../kit/referrals/rules.ts';
import { runInScope } from '../../kit/server/requestState.ts';
import type { Grant } from '../../kit/sharing/decide.ts';
import type { Reach } from '../../kit/viewer.ts';
import type { ReferralRow } from '../generated/rows.ts';

/**
 * What a referral lets a reader read now; null where it has ended, is not addressed to the reader's agency, or the reader
 * sees none: unknown, of another region, on a case whose record is sealed. One statement.
 */
export async function grantOf(
  db: Knex,
  rules: ReferralRules,
  referralId: string,
  reader: Reach,
): Promise<Grant | null> {
  if (!isUuid(referralId)) return null;
  const row = await runInScope(scopeOf(reader), () =>
    prepared(
      db<ReferralRow>('referrals')
        .where({ id: referralId, toAgency: reader.agency })
        .first('kind', 'status', 'caseId', 'personTokens'),
    ),
  );
  const kind = row && rules.kind(row.kind);
  if (!row || !kind || !rules.isOpen(row.status)) return null;
  return { referralId, purpose: kind.purpose, caseId: row.caseId, personTokens: row.personTokens };
}
