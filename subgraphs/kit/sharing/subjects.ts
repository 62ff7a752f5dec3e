import type { PersonReference } from '../references.ts';
import type { Named } from './enforce.ts';

const ofPerson = ({ token }: PersonReference): Named => ({ id: token, persons: [token] });

/** Whom the types are about that every subgraph has. */
export const COMMON_SUBJECTS = { Person: ofPerson, PersonReaders: ofPerson };
