import type { RegisteredCase } from '../exchange/register.ts';
import type { Person } from '../people/persons.ts';

/** A case that may stand behind a lead for judicial aid. */
export interface CaseBackground {
  registered: RegisteredCase;
  /** Whom it struck. */
  victim: Person;
  hardship: string;
  /** In Chinese: the charge or the cause of action. */
  matter: string;
  /** Where an applicant who is not the victim becomes a party; null where the police have no case. */
  policeCaseId: string | null;
}
