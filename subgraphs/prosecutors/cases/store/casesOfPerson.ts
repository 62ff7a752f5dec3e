import type { CasesOfPerson } from '../../../kit/definition.ts';

/** Cases of the register in whose record the prosecutors have the person: one statement. */
export const casesOfPerson: CasesOfPerson = (db, token) =>
  db('prosecution_parties')
    .join('prosecution_cases', 'prosecution_cases.id', 'prosecution_parties.prosecution_case_id')
    .where({ person_token: token })
    .distinct()
    .pluck('case_id');
