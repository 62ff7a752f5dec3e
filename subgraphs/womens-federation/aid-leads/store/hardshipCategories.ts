import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';

export interface HardshipCategory {
  code: string;
  name: string;
  basis: string;
}

export function createHardshipCategories({ db }: StoreParts) {
  const rows = () => db<HardshipCategory>('hardship_categories').select('code', 'name', 'basis');
  return {
    byCode: loadByKey<HardshipCategory, HardshipCategory>(db, rows, 'code', (row) => row, false),
    /** All of them: a handful. */
    all: async (): Promise<HardshipCategory[]> => rows().orderBy('code'),
  };
}
