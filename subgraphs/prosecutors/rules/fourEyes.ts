/**
 * Whether two user names are one person's: providers that take a name in any letters may give it as it was typed. The
 * database holds the same (constraint whoever_proposes_does_not_decide).
 */
export function isSamePerson(one: string | null, other: string): boolean {
  return one !== null && spelled(one) === spelled(other);
}

function spelled(username: string): string {
  return username.trim().normalize('NFKC').toLowerCase();
}
