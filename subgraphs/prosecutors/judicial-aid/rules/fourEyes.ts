/**
 * Whether two subjects are one person. Never asked of user names, which people change. Subjects that differ in their letters'
 * form only count as one: a provider may make them of a name as it was typed, and to refuse one too many is the safe side. The
 * database holds the same (constraint whoever_proposes_does_not_decide).
 */
export function isSamePerson(one: string | null, other: string): boolean {
  return one !== null && spelled(one) === spelled(other);
}

function spelled(subject: string): string {
  return subject.trim().normalize('NFKC').toLowerCase();
}
