import { loadAgencyKeys } from '../../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../../subgraphs/kit/database/database.ts';
import type { TestSystem } from '../../harness/system.ts';
import { type Facts, inventFacts } from '../expected/facts.ts';
import { courtsRows, disputeRows, justiceRows, policeRows, REFERENCE_ROWS, type Rows } from './agencyRows.ts';
import { federationRows, prosecutorsRows, sideRows } from './aidRows.ts';
import { exchangeRows } from './exchangeRows.ts';
import { inventSituations, type Situation } from './situations.ts';

export interface Fixture {
  /** Two persons with their cases and all records on them. */
  records: readonly [Facts, Facts];
  /** Referrals on the first of them, and how they can miss it. */
  situations: readonly Situation[];
}

/** Fills the databases of a system that is empty but for what migrations bring. */
export async function fillFixture({ config, databaseUrls }: TestSystem): Promise<Fixture> {
  const keysOf = (agency: string) => loadAgencyKeys(config.keysFolder, agency);
  const { personTokens, fieldCipher: ofPolice } = await keysOf('POLICE');
  const { fieldCipher: ofCourts } = await keysOf('COURTS');
  const { fieldCipher: ofJustice } = await keysOf('JUSTICE');
  const { fieldCipher: ofProsecutors } = await keysOf('PROSECUTORS');
  const { fieldCipher: ofFederation } = await keysOf('WOMENS_FEDERATION');
  const insert = async (all: Readonly<Record<string, Rows>>) => {
    for (const [part, tables] of Object.entries(all)) await insertAll(databaseUrls[part] ?? '', tables);
  };
  // A mediation has every field here, and the reason of a failure beside its agreement.
  await lift(databaseUrls.justice ?? '', 'mediations', 'failure_reason_of_a_failure');
  const records = inventFacts(personTokens.of);
  const { situations, rows } = inventSituations(...records);
  await insert({ ...REFERENCE_ROWS, exchange: { referrals: rows } });
  for (const facts of records) {
    await insert({
      exchange: exchangeRows(facts),
      police: { ...policeRows(facts, ofPolice), ...sideRows('POLICE', facts), ...disputeRows(facts, ofPolice) },
      justice: { ...sideRows('JUSTICE', facts), ...justiceRows(facts, ofJustice) },
      courts: { ...sideRows('COURTS', facts), ...courtsRows(facts, ofCourts) },
      prosecutors: prosecutorsRows(facts, ofProsecutors),
      'womens-federation': federationRows(facts, ofFederation),
    });
  }
  return { records, situations };
}

async function insertAll(url: string, tables: Rows): Promise<void> {
  const db = connectDatabase(url, 1);
  try {
    for (const [table, rows] of Object.entries(tables)) await db.batchInsert(table, [...rows], 200);
  } finally {
    await db.destroy();
  }
}

/** Takes back one constraint of a table, for records that have a value in every field. */
async function lift(url: string, table: string, constraint: string): Promise<void> {
  const db = connectDatabase(url, 1);
  try {
    await db.raw('alter table ?? drop constraint ??', [table, constraint]);
  } finally {
    await db.destroy();
  }
}
