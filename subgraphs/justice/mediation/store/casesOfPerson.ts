import type { CasesOfPerson } from '../../../kit/definition.ts';

/** Cases of the register in whose record the justice bureau has the person: one statement. */
export const casesOfPerson: CasesOfPerson = (db, token) =>
  db('mediation_parties')
    .join('mediations', 'mediations.id', 'mediation_parties.mediation_id')
    .where({ person_token: token })
    .whereNotNull('case_id')
    .distinct()
    .pluck('case_id');
