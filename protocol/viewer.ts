/** Roles as tokens name them. schema/permissions.yml says what each may do. */
export const ROLES = ['officer', 'supervisor', 'leader', 'auditor', 'operator', 'integrator'] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The user who sends a request, from a verified token. */
export interface Viewer {
  /** The token's `sub`. The identity provider never changes it and never gives it to another user: identify users by it. */
  subject: string;
  /** The sign-in name. It may change and be given to another user later: for display only. */
  username: string;
  name: string;
  agency: string;
  /** GB/T 2260 code; 000000 for the whole country. */
  region: string;
  roles: readonly Role[];
  language: Language;
}

export const WHOLE_COUNTRY = '000000';

/** The agency code of the hub itself. */
export const HUB = 'HUB';

/** GB/T 2260 codes begin with 1 to 8; towns and villages have three more digits each. */
const REGION = /^[1-8]\d{5}(\d{3}(\d{3})?)?$/;

/** Whether users of an agency may have this region. Only the hub's own users see the whole country. */
export function isRegionOf(agency: string, region: string): boolean {
  return region === WHOLE_COUNTRY ? agency === HUB : REGION.test(region);
}

export function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
