import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Verification } from '../subgraphs/kit/audit/chain.ts';
import { verifyDisclosures } from '../subgraphs/kit/audit/verifyDisclosures.ts';
import { loadAgencyKeys } from '../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../subgraphs/kit/database.ts';
import { agencyOfPart } from '../subgraphs/kit/definition.ts';
import type { Config } from './config.ts';
import { subgraphOptions } from './parts.ts';

const seenShape = z.object({ seq: z.int(), hash: z.string() });

/**
 * Checks the trails of parts, one after another. Where each chain ended is kept below the installation's folder, outside the
 * databases: a chain that somebody cut back to an earlier end, head and all, is found by the next check.
 */
export async function* verifyTrails(
  config: Config,
  parts: readonly string[],
): AsyncGenerator<Verification & { chain: string }> {
  for (const part of parts) {
    const { databaseUrl, keysFolder } = subgraphOptions(part, config);
    const db = connectDatabase(databaseUrl, 1);
    try {
      if (part === 'exchange') {
        const { verifyLedger } = await import('../subgraphs/exchange/relay/ledger.ts');
        yield { chain: 'ledger of the exchange', ...(await verifyLedger(db)) };
        continue;
      }
      const keys = await loadAgencyKeys(keysFolder, agencyOfPart(part));
      const { head, ...found } = await verifyDisclosures(db, keys, lastSeen(config, part));
      if (found.intact) keepSeen(config, part, head);
      yield { chain: `disclosures of ${part}`, ...found };
    } finally {
      await db.destroy();
    }
  }
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
