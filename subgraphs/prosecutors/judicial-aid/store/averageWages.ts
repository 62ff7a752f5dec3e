import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import type { AverageWageRow } from '../../generated/rows.ts';

export type WageKey = Pick<AverageWageRow, 'regionCode' | 'year'>;

export function createAverageWages({ db }: StoreParts) {
  return {
    /**
     * The wage of a region and year, or of the nearest region above it that has one: one statement for many.
     * Null where no region above has one.
     */
    ofRegionAndYear: new DataLoader<WageKey, AverageWageRow | null, string>((keys) => findWages(db, keys), {
      cacheKeyFn: ({ regionCode, year }) => `${regionCode}:${year}`,
    }),
    /** The same for one, within a transaction. */
    read: async (tx: Knex.Transaction, key: WageKey) => (await findWages(tx, [key]))[0] ?? null,
  };
}

/** Regions of towns and villages have no wage of their own: the county's, city's or province's stands for them. */
async function findWages(db: Knex, keys: readonly WageKey[]): Promise<(AverageWageRow | null)[]> {
  const { rows } = await db.raw<{ rows: (AverageWageRow & { ordinal: number })[] }>(
    `select distinct on (asked.ordinal) asked.ordinal::int as ordinal, wage.*
     from unnest(?::text[], ?::int[]) with ordinality as asked(region_code, year, ordinal)
     join average_wages wage on wage.year = asked.year
       and wage.region_code in (left(asked.region_code, 6), left(asked.region_code, 4) || '00', left(asked.region_code, 2) || '0000')
     order by asked.ordinal, wage.region_code desc`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.year)],
  );
  const found = new Map(rows.map((row) => [row.ordinal, row]));
  return keys.map((_, index) => found.get(index + 1) ?? null);
}
