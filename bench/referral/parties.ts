import type { Knex } from 'knex';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { registerCase } from '../../test/harness/register.ts';
import { createSender, type Sender } from './sender.ts';
import type { ReferralSystem } from './system.ts';

/** Those between whom referrals travel, with their databases. */
export interface Parties {
  sender: Sender;
  receiver: Knex;
  exchange: Knex;
  close(): Promise<void>;
}

/** Cases that the leads are about, in turn. */
const CASES = 100;

export async function openParties(system: ReferralSystem): Promise<Parties> {
  const caseIds: string[] = [];
  for (let serial = 1; serial <= CASES; serial += 1)
    caseIds.push((await registerCase(system.databaseUrl('exchange'), serial)).id);
  const sender = await createSender(system.config, system.databaseUrl('womens-federation'), caseIds);
  const receiver = connectDatabase(system.databaseUrl('prosecutors'), 2);
  const exchange = connectDatabase(system.databaseUrl('exchange'), 2);
  return {
    sender,
    receiver,
    exchange,
    close: async () => void (await Promise.all([sender.close(), receiver.destroy(), exchange.destroy()])),
  };
}
