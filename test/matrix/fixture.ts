import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database.ts';
import type { TestSystem } from '../harness/system.ts';
import { courtsRows, justiceRows, policeRows, type Rows } from './agencyRows.ts';
import { federationRows, prosecutorsRows, sideRows } from './aidRows.ts';
import { exchangeRows } from './exchangeRows.ts';
import { type Facts, inventFacts } from './facts.ts';
import { inventSituations, type Situation } from './situations.ts';

export interface Fixture {
  facts: Facts;
  situations: readonly Situation[];
}

/** Fills the databases of a system that is empty but for what migrations bring. */
export async function fillFixture({ config, databaseUrls }: TestSystem): Promise<Fixture> {
  const keysOf = (agency: string) => loadAgencyKeys(config.keysFolder, agency);
  const { personTokens, fieldCipher: ofPolice } = await keysOf('POLICE');
  const { fieldCipher: ofProsecutors } = await keysOf('PROSECUTORS');
  const { fieldCipher: ofFederation } = await keysOf('WOMENS_FEDERATION');
  const facts = inventFacts(personTokens.of);
  const { situations, rows: named } = inventSituations(facts);
  const rows: Readonly<Record<string, Rows>> = {
    exchange: exchangeRows(facts, named),
    police: { ...policeRows(facts, ofPolice), ...sideRows('POLICE', facts) },
    justice: { ...justiceRows(facts), ...sideRows('JUSTICE', facts) },
    courts: { ...courtsRows(facts), ...sideRows('COURTS', facts) },
    prosecutors: prosecutorsRows(facts, ofProsecutors),
    'womens-federation': federationRows(facts, ofFederation),
  };
  for (const [part, tables] of Object.entries(rows)) await insertAll(databaseUrls[part] ?? '', tables);
  return { facts, situations };
}

async function insertAll(url: string, tables: Rows): Promise<void> {
  const db = connectDatabase(url, 1);
  try {
    for (const [table, rows] of Object.entries(tables)) await db.batchInsert(table, [...rows], 200);
  } finally {
    await db.destroy();
  }
}

/** The gateway's secrets, as any gateway that is put in front has them. */
export function contextFile({ config }: TestSystem): string {
  const file = join(config.keysFolder, 'context.json');
  readFileSync(file);
  return file;
}
