import type { Rows } from '../database/rows.ts';
import { inventName } from '../people/names.ts';
import type { Random } from '../world/random.ts';

export type OrganisationKind =
  | 'CITY_CENTRE'
  | 'DISTRICT_CENTRE'
  | 'SECTORAL'
  | 'BRAND_STUDIO'
  | 'POLICE_STUDIO'
  | 'COMMITTEE';

export interface Organisation {
  id: string;
  mediatorIds: readonly string[];
}

/** When the organisations' own rows were made: before the first case. */
const FOUNDED = new Date('2021-12-01T01:00:00Z');
const MEDIATORS = 3;

export function addOrganisation(
  rows: Rows,
  random: Random,
  region: string,
  kind: OrganisationKind,
  name: string,
): Organisation {
  const id = random.uuid(FOUNDED);
  rows.add('JUSTICE', 'mediation_organisations', { id, code: `T${region}-${kind}`, name, kind, region_code: region });
  const mediatorIds = Array.from({ length: MEDIATORS }, (_, index) => {
    const mediator = random.uuid(FOUNDED);
    const own = inventName(random, random.chance(0.5) ? 'MALE' : 'FEMALE');
    rows.add('JUSTICE', 'mediators', { id: mediator, organisation_id: id, name: own, full_time: index === 0 });
    return mediator;
  });
  return { id, mediatorIds };
}
