import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { verifyLedger } from '../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import type { Verification } from '../subgraphs/kit/audit/chain.ts';
import { verifyDisclosures } from '../subgraphs/kit/audit/verifyDisclosures.ts';
import { loadAgencyKeys } from '../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../subgraphs/kit/database/database.ts';
import { agencyOfPart } from '../subgraphs/kit/definition.ts';
import { openOrphans } from '../subgraphs/kit/referrals/orphans.ts';
import { loadReferralRules } from '../subgraphs/kit/referrals/rules.ts';
import type { Config } from './config.ts';
import { subgraphOptions } from './parts.ts';

const seenShape = z.object({ seq: z.int(), hash: z.string() });

type OnProgress = (chain: string, done: number, total: number) => void;

/**
 * Checks the trails of parts and their referrals, and all of the exchange's ledger, one after another. Where each chain ended is kept below the installation's folder, outside the
 * databases: a chain that somebody cut back to an earlier end, head and all, is found by the next check.
 */
export async function* verifyTrails(
  config: Config,
  parts: readonly string[],
  onProgress?: OnProgress,
): AsyncGenerator<Verification & { chain: string }> {
  for (const part of parts) {
    const { databaseUrl, keysFolder } = subgraphOptions(part, config);
    const db = connectDatabase(databaseUrl, 1);
    try {
      const chain = part === 'exchange' ? 'ledger of the exchange' : `disclosures of ${part}`;
      const keys = await loadAgencyKeys(keysFolder, agencyOfPart(part));
      const seen = lastSeen(config, part);
      const progress = (done: number, total: number) => onProgress?.(chain, done, total);
      const { head, ...found } =
        part === 'exchange'
          ? await verifyWholeLedger(db, { keys, seen, onProgress: progress })
          : await verifyDisclosures(db, keys, seen, progress);
      if (found.intact) keepSeen(config, part, head);
      yield { chain, ...found };
      if (part !== 'exchange') yield await verifyReferrals(db, part);
    } finally {
      await db.destroy();
    }
  }
}

/** That no referral of the agency is open beside another one of the same record. */
async function verifyReferrals(db: Knex, part: string): Promise<Verification & { chain: string }> {
  const orphans = await openOrphans(db, loadReferralRules());
  const [{ count } = { count: 0 }] = await db('referrals').where({ party: 'SENDER' }).count();
  const fault =
    orphans.length > 0 ? `Sent beside another one of the same record, and still open: ${orphans.join(', ')}.` : null;
  return { chain: `referrals of ${part}`, intact: fault === null, entries: Number(count), firstBad: null, fault };
}

async function verifyWholeLedger(...asked: Parameters<typeof verifyLedger>) {
  // The exchange's code is loaded where it is asked for.
  const exchange = await import('../subgraphs/exchange/relay/ledger/verifyLedger.ts');
  return exchange.verifyLedger(...asked);
}

function seenFile(config: Config, part: string): string {
  return join(config.home, 'audit', `${part}.json`);
}

function lastSeen(config: Config, part: string) {
  const file = seenFile(config, part);
  return existsSync(file) ? seenShape.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

function keepSeen(config: Config, part: string, head: { seq: number; hash: string }): void {
  if (head.seq === 0) return;
  mkdirSync(join(config.home, 'audit'), { recursive: true, mode: 0o700 });
  writeFileSync(seenFile(config, part), `${JSON.stringify(head)}\n`, { mode: 0o600 });
}
