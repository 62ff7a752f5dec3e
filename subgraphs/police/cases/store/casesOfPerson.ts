import type { CasesOfPerson } from '../../../kit/definition.ts';

/** Cases of the register in whose record the police have the person: one statement. */
export const casesOfPerson: CasesOfPerson = (db, token) =>
  db('caseParties')
    .join('policeCases', 'policeCases.id', 'caseParties.policeCaseId')
    .where({ personToken: token })
    .distinct()
    .pluck('case_id');
