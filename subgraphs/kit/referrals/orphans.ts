import type { Knex } from 'knex';
import type { ReferralRow } from '../generated/rows.ts';
import type { ReferralRules } from './rules.ts';
import { SYSTEM } from './side.ts';
import type { ReferralSides } from './sides.ts';

/** Ids of referrals that were sent beside another one of the same record and kind, and are still open. */
export async function openOrphans(db: Knex, rules: ReferralRules): Promise<string[]> {
  return db<ReferralRow>('referrals')
    .where({ party: 'SENDER', orphaned: true })
    .whereIn('status', [...rules.openStatuses])
    .orderBy('id')
    .pluck('id');
}

/** Withdraws every open orphan, each in a transaction of its own; gives how many. Safe to run twice. */
export async function withdrawOrphans(db: Knex, rules: ReferralRules, sides: ReferralSides): Promise<number> {
  let withdrawn = 0;
  for (const id of await openOrphans(db, rules)) {
    await db.transaction(async (tx) => {
      const side = await sides.lock(tx, id);
      if (!side?.orphaned || !rules.isOpen(side.status)) return;
      await sides.transition(tx, id, { action: 'WITHDRAW_DUPLICATE', actor: SYSTEM, reason: { code: 'DUPLICATE' } });
      withdrawn += 1;
    });
  }
  return withdrawn;
}
