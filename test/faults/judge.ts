import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../runtime/config.ts';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import type { Verification } from '../../subgraphs/kit/audit/chain.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { CLAIMS, type Lived } from './claims.ts';
import { countUnderWay, readRecords } from './records.ts';

export interface Judgement {
  settledSeconds: number;
  ledgerEntries: number;
  ledgerIntact: boolean;
  faults: string[];
}

const SHOWN_OF_A_CLAIM = 5;

/** Waits until no message is under way, then holds the databases against every claim, and the ledger against its hashes. */
export async function judge(
  config: Config,
  { lived }: { lived: readonly Lived[] },
  settleMs: number,
): Promise<Judgement> {
  const since = Date.now();
  const underWay = await settle(config, settleMs);
  const settledSeconds = Math.round((Date.now() - since) / 100) / 10;
  const { intact, entries, fault } = await verify(config);
  const records = await readRecords(config);
  const broken = CLAIMS.map(({ says, brokenBy }) => ({ says, by: brokenBy(records, lived) }));
  return {
    settledSeconds,
    ledgerEntries: entries,
    ledgerIntact: intact,
    faults: [
      ...(underWay > 0 ? [`${underWay} messages are still under way after ${settleMs} ms`] : []),
      ...(intact ? [] : [`the ledger's chain is broken: ${fault}`]),
      ...broken
        .filter(({ by }) => by.length > 0)
        .map(({ says, by }) => `not so: ${says} (${by.length}: ${by.slice(0, SHOWN_OF_A_CLAIM).join('; ')})`),
    ],
  };
}

/** Gives how many messages are under way when the patience is at its end. */
async function settle(config: Config, patienceMs: number): Promise<number> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const underWay = await countUnderWay(config);
    if (underWay === 0 || Date.now() > until) return underWay;
    await sleep(250);
  }
}

async function verify(config: Config): Promise<Verification> {
  const db = connectDatabase(databaseUrlOf(config, 'exchange') ?? '', 1);
  try {
    return await verifyLedger(db);
  } finally {
    await db.destroy();
  }
}
