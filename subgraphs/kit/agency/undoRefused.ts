import type { Knex } from 'knex';
import type { SubgraphDefinition } from '../definition.ts';
import type { ReferralRow } from '../generated/rows.ts';

/** What the agency undoes in its own rows when the exchange refuses a message because the other side was first. */
export function undoRefused<Store>(definition: SubgraphDefinition<Store>) {
  return async (tx: Knex.Transaction, referral: ReferralRow, action: string): Promise<void> => {
    await definition.refused?.[referral.kind]?.[action]?.(tx, referral);
  };
}
