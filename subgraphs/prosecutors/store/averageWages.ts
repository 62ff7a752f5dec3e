import DataLoader from 'dataloader';
import type { StoreParts } from '../../kit/definition.ts';
import type { Wage } from '../rules/aidCap.ts';

interface Row {
  ordinal: number;
  region_code: string;
  year: number;
  monthly: string;
  source: string;
}

export interface WageKey {
  regionCode: string;
  year: number;
}

export function createAverageWages({ db }: StoreParts) {
  return {
    /**
     * The wage of a region and year, or of the nearest region above it that has one: one statement for many.
     * Null where no region above has one.
     */
    of: new DataLoader<WageKey, Wage | null, string>(
      async (keys) => {
        const { rows } = await db.raw<{ rows: Row[] }>(
          `select distinct on (asked.ordinal) asked.ordinal::int as ordinal, wage.*
           from unnest(?::text[], ?::int[]) with ordinality as asked(region_code, year, ordinal)
           join average_wages wage on wage.year = asked.year
             and wage.region_code in (asked.region_code, left(asked.region_code, 4) || '00', left(asked.region_code, 2) || '0000')
           order by asked.ordinal, wage.region_code desc`,
          [keys.map((key) => key.regionCode), keys.map((key) => key.year)],
        );
        const found = new Map(rows.map((row) => [row.ordinal, row]));
        return keys.map((_, index) => {
          const row = found.get(index + 1);
          return row ? { monthly: row.monthly, year: row.year, regionCode: row.region_code, source: row.source } : null;
        });
      },
      { cacheKeyFn: ({ regionCode, year }) => `${regionCode}:${year}` },
    ),
  };
}
