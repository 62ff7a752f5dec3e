import { AGENCIES } from '../../protocol/generated/agencies.ts';
import { connectDatabase } from '../kit/database/database.ts';

/**
 * Writes the agencies of the hub into the register's table, which gives them their names. One that has left stays: cases
 * and referrals name it.
 */
export async function recordAgencies(databaseUrl: string): Promise<void> {
  const db = connectDatabase(databaseUrl, 1);
  try {
    await db('agencies')
      .insert(AGENCIES.map(({ code, names }) => ({ code, nameZh: names.zh, nameEn: names.en })))
      .onConflict('code')
      .merge()
      .whereRaw('(agencies.name_zh, agencies.name_en) is distinct from (excluded.name_zh, excluded.name_en)');
  } finally {
    await db.destroy();
  }
}
