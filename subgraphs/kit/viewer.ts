import { type Language, ROLES, type Role, type Viewer, WHOLE_COUNTRY } from '../../protocol/viewer.ts';
import { regionPrefix } from './formats/regions.ts';

export { type Language, ROLES, type Role, type Viewer, WHOLE_COUNTRY };

/** How far somebody sees: agency and region. */
export type Reach = Pick<Viewer, 'agency' | 'region'>;

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
