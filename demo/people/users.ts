import { type DemoUser, loadUsers } from '../../identity/users.ts';
import { withinRegion } from '../../subgraphs/kit/formats/regions.ts';
import type { Actor } from '../../subgraphs/kit/referrals/side.ts';
import type { AgencyCode } from '../agencies.ts';

/** The demonstration users by what they may do where. */
export interface Users {
  /** Whoever acts in that role for the region: the user nearest to it. Null where the agency has nobody there. */
  find(agency: AgencyCode, region: string, role?: 'officer' | 'supervisor'): Actor | null;
  /** @throws where the agency has nobody there */
  of(agency: AgencyCode, region: string, role?: 'officer' | 'supervisor'): Actor;
}

export function createUsers(users: readonly DemoUser[] = loadUsers()): Users {
  const known = new Map<string, Actor | null>();
  const find: Users['find'] = (agency, region, role = 'officer') => {
    const key = `${agency} ${region} ${role}`;
    const found = known.get(key) ?? search(users, agency, region, role);
    known.set(key, found);
    return found;
  };
  return {
    find,
    of(agency, region, role) {
      const actor = find(agency, region, role);
      if (!actor) throw new Error(`identity/users.yml has no ${role ?? 'officer'} of ${agency} for ${region}.`);
      return actor;
    },
  };
}

function search(
  users: readonly DemoUser[],
  agency: AgencyCode,
  region: string,
  role: 'officer' | 'supervisor',
): Actor | null {
  const fitting = users.filter(
    (user) => user.agency === agency && user.roles.includes(role) && withinRegion(region, user.region),
  );
  const nearest = fitting.sort((a, b) => depth(b.region) - depth(a.region))[0];
  return nearest ? { username: nearest.username, role } : null;
}

function depth(region: string): number {
  return region.replace(/(00)+$/, '').length;
}
