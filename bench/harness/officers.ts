import { loadUsers } from '../../identity/users.ts';
import { regionScope } from '../../subgraphs/kit/viewer.ts';

/** The officer of the smallest region around it, as the demonstration has them. */
export function officerOf(agency: string, region: string): string {
  const around = loadUsers()
    .filter((user) => user.agency === agency && user.roles.includes('officer'))
    .filter((user) => region.startsWith(regionScope(user.region)))
    .sort((a, b) => regionScope(b.region).length - regionScope(a.region).length);
  const [officer] = around;
  if (!officer) throw new Error(`The demonstration has no officer of ${agency} for ${region}.`);
  return officer.username;
}
