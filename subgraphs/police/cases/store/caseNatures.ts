import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';

export interface CaseNature {
  code: string;
  name: string;
  basis: string;
}

const COLUMNS = ['code', 'name', 'basis'];

export function createCaseNatures({ db }: StoreParts) {
  return {
    /** What many cases are about: one statement. */
    byCode: loadByKey<CaseNature, CaseNature>(
      db,
      () => db('case_natures').select(COLUMNS),
      'code',
      (row) => row,
      false,
    ),
  };
}
