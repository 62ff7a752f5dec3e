import type { CasesOfPerson } from '../../../kit/definition.ts';

/** Cases of the register in whose record the courts have the person: one statement. */
export const casesOfPerson: CasesOfPerson = (db, token) =>
  db('court_case_parties')
    .join('court_cases', 'court_cases.id', 'court_case_parties.court_case_id')
    .where({ person_token: token })
    .distinct()
    .pluck('case_id');
