import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';

/**
 * Locks one record by its id until the transaction ends; false where the viewer sees none. Every command calls it first and reads
 * what it decides on afterwards. The statement names one table only: after a wait, READ COMMITTED reads the locked row again but
 * keeps the joined rows of the old snapshot, and the command would decide on those.
 *
 * The lock does not stop rows that refer to the record from being added: an arriving message holds its referral already and adds
 * such rows.
 */
export async function lockRecord(tx: Knex.Transaction, table: string, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  return (await tx(table).where({ id }).forNoKeyUpdate().first('id')) !== undefined;
}
