import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import type { CaseNatureRow } from '../../generated/rows.ts';

export type CaseNature = CaseNatureRow;

export function createCaseNatures({ db }: StoreParts) {
  return {
    /** What many cases are about: one statement. */
    byCode: loadByKey<CaseNature>(db, () => db('caseNatures').select('*'), 'code', 'text'),
  };
}
