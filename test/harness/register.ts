import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import { formatCourtCaseNumber } from '../../subgraphs/kit/formats/courtCaseNumber.ts';
import { residentIdCheckCharacter } from '../../subgraphs/kit/formats/residentId.ts';

/**
 * Adds a criminal case of Shenyang to the register, as the agencies will once they open cases themselves. Gives its number, of a
 * year of which the demonstration has none.
 */
export async function registerCase(
  exchangeUrl: string,
  serial: number,
  region = '210102',
): Promise<{ id: string; number: string }> {
  const number = formatCourtCaseNumber({ year: 2020, court: '辽0102', type: '刑初', serial });
  const id = uuidv7();
  const client = new pg.Client({ connectionString: seeingAllRows(exchangeUrl) });
  await client.connect();
  try {
    await client.query("insert into cases values ($1, $2, 'CRIMINAL', 'TRIAL', $3, now())", [id, number, region]);
    await client.query("insert into case_numbers values ($1, $2, 'COURTS', now())", [number, id]);
    await client.query("insert into case_agencies values ($1, 'COURTS')", [id]);
  } finally {
    await client.end();
  }
  return { id, number };
}

/** A valid identity number of nobody: a woman born in 1990 in Heping district, told apart by the serial. */
export function inventedIdNumber(serial: number): string {
  const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(serial / 400)));
  const first17 = `210102${day.toISOString().slice(0, 10).replaceAll('-', '')}${String((serial % 400) * 2 + 100).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

/** The average wage of Shenyang in the year before this one, so that a cap on aid can be computed. */
export async function recordWage(prosecutorsUrl: string, monthly = '8300.00'): Promise<void> {
  const client = new pg.Client({ connectionString: seeingAllRows(prosecutorsUrl) });
  await client.connect();
  try {
    const year = new Date().getFullYear() - 1;
    await client.query("insert into average_wages values ('210100', $1, $2, '测试数据') on conflict do nothing", [
      year,
      monthly,
    ]);
  } finally {
    await client.end();
  }
}
