import type { Rows } from '../database/rows.ts';

/** @param short the character that stands for the office in the numbers of documents */
export function addProcuratorate(rows: Rows, { code, short }: { code: string; short: string }, place: string): void {
  rows.add('PROSECUTORS', 'procuratorates', {
    code: `J${code}`,
    name: `${place}人民检察院`,
    short_name: short,
    region_code: code,
  });
}
