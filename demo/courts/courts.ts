import type { Rows } from '../database/rows.ts';

export function addCourt(rows: Rows, code: string, name: string, region: string): void {
  rows.add('COURTS', 'courts', { code, name, region_code: region });
}
