import type { Knex } from 'knex';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import type { Parties } from './parties.ts';

interface Committed {
  referralId: string;
  ms: number;
}

/**
 * Milliseconds from the commit at the sender to the commit at the receiver, for each of the referrals. PostgreSQL's own
 * times of the two commits: of the sender's event, which nothing changes later, and of the lead that the receiver keeps.
 * @throws where one has not arrived
 */
export async function latencies(sender: Knex, receiver: Knex, referralIds: readonly string[]): Promise<number[]> {
  const time = 'extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as ms';
  const sent: Committed[] = await sender('referral_events')
    .select('referral_id', sender.raw(time))
    .where({ action: 'SEND' })
    .whereIn('referral_id', [...referralIds]);
  const received: Committed[] = await receiver('received_leads')
    .select('referral_id', receiver.raw(time))
    .whereIn('referral_id', [...referralIds]);
  const sentAt = new Map(sent.map((row) => [row.referralId, row.ms]));
  if (received.length !== referralIds.length)
    throw new Error(`Of ${referralIds.length} referrals ${received.length} arrived.`);
  return received.map((row) => row.ms - (sentAt.get(row.referralId) ?? Number.NaN));
}

/**
 * Everything once more at the end: each referred lead is at the receiver, and the ledger's chain verifies.
 * @throws where that is not so
 */
export async function requireAllArrived({
  sender,
  receiver,
  exchange,
}: Parties): Promise<{ arrived: number; entries: number }> {
  const sent = await sender.db('aid_leads').whereNotNull('referral_id').pluck('id');
  const received = new Set(await receiver('received_leads').pluck('id'));
  const missing = sent.filter((id) => !received.has(id)).length;
  if (missing > 0 || received.size !== sent.length)
    throw new Error(`Of ${sent.length} leads ${missing} are missing at the receiver, which has ${received.size}.`);
  const { intact, entries, fault } = await verifyLedger(exchange);
  if (!intact) throw new Error(`The ledger does not verify: ${fault}`);
  return { arrived: sent.length, entries };
}
