import type { CaseReference, PersonReference } from '../references.ts';
import type { Named } from './enforce.ts';

const ofPerson = ({ token }: PersonReference): Named => ({ id: token, persons: [token] });

const ofCase = ({ id }: CaseReference): Named => ({ id, caseId: id });

/** Whom and what the types are about that every subgraph has. */
export const COMMON_SUBJECTS = { Case: ofCase, Person: ofPerson, PersonReaders: ofPerson };
