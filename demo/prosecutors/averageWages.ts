import type { Rows } from '../database/rows.ts';
import { FIRST_WAGE_YEAR, WAGES } from '../places/districts.ts';

/** The average wages that the cap of judicial aid is measured by. */
export function addAverageWages(rows: Rows): void {
  for (const [region, wages] of Object.entries(WAGES)) {
    for (const [index, monthly] of wages.entries()) {
      const row = {
        region_code: region,
        year: FIRST_WAGE_YEAR + index,
        monthly: `${monthly}.00`,
        source: '演示数据（虚构）',
      };
      rows.add('PROSECUTORS', 'average_wages', row);
    }
  }
}
