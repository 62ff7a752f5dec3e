import { mayRead } from './roles.ts';
import type { Field } from './schemaText.ts';

/*
 * What must come of asking for a field, by the words of the schema and of the design (section 5), not by the program:
 *
 *  1. Agencies join on keys: a key is open wherever its object is.
 *  2. An agency's own people read its records by their role alone: a role that reads OWN sees all of it, as it is.
 *  3. Where neither field nor type says anything, nothing is shared; NOT_SHARED is shared with nobody.
 *  4. `with` names the agencies; where it is left out, all that serve people are named, and the hub is not. The owner's
 *     own people of other roles (its auditors) count as named.
 *  5. UNCONDITIONAL is open at any time to whoever is named and whose role reads SHARED.
 *  6. CONDITIONAL is open to whoever is named and whose role reads CONDITIONAL, under a referral that the reader names, that is
 *     open, that is addressed to the reader's agency, whose purpose is among those of `for` (any, where that is left out),
 *     and that is about the record: a record on persons shares one with it, a record on a case is on its case, and a record
 *     on nobody and nothing is about no referral. A part of a record (a household) is about whom the record is about.
 *  7. Where CONDITIONAL is not met, `otherwise` shows its form to whoever is named and whose role reads SHARED.
 *  8. `mask` is the form in which the field leaves its owner.
 *  9. Of the records that a CONDITIONAL field gives under a referral, those are left out that are not about it: a person's
 *     other cases stay closed. A person is no such record, but whom a record is about.
 *
 * Why a field stays closed is told by the first of these that is not met.
 */

/** What a reader gets of a field. */
export type Outcome =
  | { shows: 'CLEAR' }
  | { shows: 'MASKED'; mask: string; otherwise: boolean }
  | { shows: 'CLOSED'; code: string };

export interface Reader {
  agency: string;
  roles: readonly string[];
}

/** The referral that the reader names. */
export interface NamedReferral {
  to: string;
  isOpen: boolean;
  purpose: string;
  caseId: string | null;
  persons: readonly string[];
}

/** Whom and what a record is about. */
export interface About {
  caseId: string | null;
  persons: readonly string[];
}

/** @param referral null for none */
export function decide(
  { rule, owner, isKey }: Pick<Field, 'rule' | 'owner' | 'isKey'>,
  { agency, roles }: Reader,
  referral: NamedReferral | null,
  about: About,
): Outcome {
  if (isKey) return { shows: 'CLEAR' };
  if (agency === owner && mayRead(roles, 'OWN')) return { shows: 'CLEAR' };
  const named = agency === owner || (rule.with === null ? agency !== 'HUB' : rule.with.includes(agency));
  if (rule.level === 'NOT_SHARED' || !named) return { shows: 'CLOSED', code: 'NOT_SHARED' };
  const open: Outcome = rule.mask ? { shows: 'MASKED', mask: rule.mask, otherwise: false } : { shows: 'CLEAR' };
  if (rule.level === 'UNCONDITIONAL') {
    return mayRead(roles, 'SHARED') ? open : { shows: 'CLOSED', code: 'ROLE_NOT_PERMITTED' };
  }
  const code = unmet(rule.for, { agency, roles }, referral, about);
  if (code === null) return open;
  if (rule.otherwise !== null && mayRead(roles, 'SHARED')) {
    return { shows: 'MASKED', mask: rule.otherwise, otherwise: true };
  }
  return { shows: 'CLOSED', code };
}

/** Whether a record that a field gives is left out, because it is not about the referral that opened the field. */
export function isLeftOut(
  { rule, owner, gives }: Pick<Field, 'rule' | 'owner' | 'gives'>,
  { agency, roles }: Reader,
  referral: NamedReferral | null,
  about: About,
): boolean {
  if (rule.level !== 'CONDITIONAL' || gives === 'Person') return false;
  if (agency === owner && mayRead(roles, 'OWN')) return false;
  // What is about nobody and nothing (a region, an agency) is no record.
  if (about.caseId === null && about.persons.length === 0) return false;
  return referral === null || !isAbout(about, referral);
}

/** The first part of the condition that is not met; null where all are. */
function unmet(
  purposes: readonly string[] | null,
  { agency, roles }: Reader,
  referral: NamedReferral | null,
  about: About,
): string | null {
  if (!mayRead(roles, 'CONDITIONAL')) return 'ROLE_NOT_PERMITTED';
  if (referral === null) return 'REFERRAL_REQUIRED';
  if (!referral.isOpen || referral.to !== agency) return 'REFERRAL_NOT_OPEN';
  if (purposes !== null && !purposes.includes(referral.purpose)) return 'PURPOSE_NOT_PERMITTED';
  return isAbout(about, referral) ? null : 'OTHER_SUBJECT';
}

function isAbout(record: About, referral: NamedReferral): boolean {
  const onPersons = record.persons.length > 0;
  const onCase = record.caseId !== null;
  if (!onPersons && !onCase) return false;
  if (onPersons && !record.persons.some((person) => referral.persons.includes(person))) return false;
  return !onCase || record.caseId === referral.caseId;
}
