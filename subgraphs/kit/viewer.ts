import type { Words } from './formats/fault.ts';
import { regionPrefix } from './formats/regions.ts';

/** Roles as tokens name them; schema/permissions.yml says what each may do. */
export const ROLES = ['officer', 'supervisor', 'leader', 'auditor', 'operator', 'integrator'] as const;
export type Role = (typeof ROLES)[number];
export type Language = keyof Words;

/** Who is asking, as the gateway's signed context says. */
export interface Viewer {
  /** What the identity provider never changes and never gives to somebody else: whose key it is, whose proposal. */
  subject: string;
  /** What people call the subject; it may be changed, and be another's next. For reading only. */
  username: string;
  name: string;
  agency: string;
  /** GB/T 2260 code; 000000 for the whole country. */
  region: string;
  roles: readonly Role[];
  language: Language;
}

/** How far somebody sees: agency and region. */
export type Reach = Pick<Viewer, 'agency' | 'region'>;

export const WHOLE_COUNTRY = '000000';

/** The digits that every region in the viewer's scope begins with: 210100 → 2101, 000000 → '' (the whole country). */
export function regionScope(region: string): string {
  return region === WHOLE_COUNTRY ? '' : regionPrefix(region);
}

/** The widest region scope of a viewer and a filter: null where they have nothing in common. */
export function narrowScope(viewer: Viewer, filter: string | null | undefined): string | null {
  const own = regionScope(viewer.region);
  if (!filter) return own;
  const asked = regionScope(filter);
  if (asked.startsWith(own)) return asked;
  return own.startsWith(asked) ? own : null;
}

export function hasRole(viewer: Viewer, roles: readonly string[]): boolean {
  return viewer.roles.some((role) => roles.includes(role));
}
