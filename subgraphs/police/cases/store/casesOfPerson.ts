import type { CasesOfPerson } from '../../../kit/definition.ts';

/** Cases of the register in whose record the police have the person: one statement. */
export const casesOfPerson: CasesOfPerson = (db, token) =>
  db('case_parties')
    .join('police_cases', 'police_cases.id', 'case_parties.police_case_id')
    .where({ person_token: token })
    .distinct()
    .pluck('case_id');
