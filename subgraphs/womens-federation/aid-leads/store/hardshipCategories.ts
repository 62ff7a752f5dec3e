import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import type { HardshipCategoryRow } from '../../generated/rows.ts';

export type HardshipCategory = HardshipCategoryRow;

export function createHardshipCategories({ db }: StoreParts) {
  const rows = () => db<HardshipCategory>('hardshipCategories').select('*');
  return {
    byCode: loadByKey<HardshipCategory>(db, rows, 'code', 'text'),
    /** All of them: a handful. */
    all: async (): Promise<HardshipCategory[]> => rows().orderBy('code'),
  };
}
