import type { Knex } from 'knex';
import { type Seen, type Verification, verifyChain } from '../../../kit/audit/chain.ts';
import type { AgencyKeys } from '../../../kit/crypto/keys.ts';
import { SYSTEM_SCOPE } from '../../../kit/database/rowScope.ts';
import { loadReferralRules, type ReferralRules } from '../../../kit/referrals/rules.ts';
import { runInScope } from '../../../kit/server/requestState.ts';
import type { LedgerHeadRow, LedgerRow } from '../../generated/rows.ts';
import { createEntryCheck } from '../intake/entryCheck.ts';
import { findWrongReferral } from '../intake/referralCheck.ts';
import { canonical, chainHash } from './ledger.ts';

export interface LedgerCheck {
  rules?: ReferralRules;
  /** Everybody's public keys; without them signatures are not verified, which takes most of the time. */
  keys?: Pick<AgencyKeys, 'verify'>;
  /** What the last check saw. */
  seen?: Seen | null;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Checks the ledger from its first entry to the head: the chain, each entry's columns against what its sender signed and its
 * status against the steps before it, and the referrals' rows against their entries; with keys, the signatures; with what was
 * seen, that nothing up to there was rewritten or cut off.
 */
export async function verifyLedger(
  db: Knex,
  { rules = loadReferralRules(), keys, seen = null, onProgress }: LedgerCheck = {},
): Promise<Verification & { head: Seen }> {
  return runInScope(SYSTEM_SCOPE, () =>
    db.transaction(
      async (tx) => {
        const head = await tx<LedgerHeadRow>('ledgerHead').first('seq', 'hash');
        if (!head) throw new Error('The ledger has no head.');
        const { faultsOf, standings } = createEntryCheck(rules, keys ?? null);
        const found = await verifyChain<LedgerRow>({
          after: (after, limit) => tx<LedgerRow>('ledger').where('seq', '>', after).orderBy('seq').limit(limit),
          hashOf: (prevHash, row) => chainHash(prevHash, row.seq, canonical(row)),
          head,
          seen,
          faultsOf,
          onProgress,
        });
        const wrong = found.intact ? await findWrongReferral(tx, standings) : null;
        if (!wrong) return { ...found, head };
        return { ...found, intact: false, firstBad: wrong.seq, fault: wrong.fault, head };
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    ),
  );
}
