import type { Knex } from 'knex';
import type { DisclosureLog } from '../../kit/audit/disclosures.ts';
import { SYSTEM_SCOPE, scopeOf } from '../../kit/database/rowScope.ts';
import type { ConfirmationAsker } from '../../kit/exchange/exchangeRequest.ts';
import { shanghaiDay } from '../../kit/formats/day.ts';
import { runInScope } from '../../kit/server/requestState.ts';
import { WHOLE_COUNTRY } from '../../kit/viewer.ts';
import { countConfirmation } from './store/caseConfirmations.ts';
import { caseIdOfNumber } from './store/cases.ts';

/**
 * Numbers that one user may have confirmed in a day. An officer records some leads a day, few of them on cases of other regions, with
 * typing errors among them; who tries numbers in a row comes no further than this.
 */
export const CONFIRMATIONS_A_DAY = 30;

export type Confirmation = { caseId: string } | { refused: 'CASE_UNKNOWN' | 'CONFIRMATION_LIMIT' };

interface Parts {
  /** Sees all rows unless told otherwise. */
  db: Knex;
  disclosures: DisclosureLog;
}

/**
 * Confirms that a number belongs to a case, wherever the case is handled, and tells nothing else of it. A case whose record is sealed is
 * as unknown as one that does not exist. The question is in the audit trail before the answer leaves, found or not.
 */
export async function confirmCase(
  { db, disclosures }: Parts,
  agency: string,
  number: string,
  by: ConfirmationAsker,
): Promise<Confirmation> {
  const at = new Date();
  const { subject, username, role, requestId } = by;
  const mayAsk = await runInScope(SYSTEM_SCOPE, () =>
    countConfirmation(db, { agency, subject }, shanghaiDay(at), CONFIRMATIONS_A_DAY),
  );
  if (!mayAsk) return { refused: 'CONFIRMATION_LIMIT' };
  const caseId = await runInScope(scopeOf({ agency, region: WHOLE_COUNTRY }), () => caseIdOfNumber(db, number));
  const asked = new Set(['number']);
  await disclosures.append({ at, subject, username, agency, role, purpose: null, referralId: null, requestId }, [
    {
      recordType: 'Case',
      recordId: caseId ?? number,
      caseId,
      persons: [],
      fields: caseId === null ? new Set() : asked,
      denied: caseId === null ? asked : new Set(),
    },
  ]);
  return caseId === null ? { refused: 'CASE_UNKNOWN' } : { caseId };
}
