import type { Nature } from '../cases/natures.ts';
import type { RegisteredCase } from '../exchange/register.ts';
import type { Person } from '../people/persons.ts';
import type { World } from '../world/world.ts';
import { addIncident } from './incidents.ts';

export type PoliceRole = 'VICTIM' | 'SUSPECT' | 'WITNESS' | 'REPORTER';

/** A case of the police while it is being written; the row is added once its end is known. */
export interface PoliceCase {
  id: string;
  number: string;
  kind: 'CRIMINAL' | 'PUBLIC_SECURITY';
  nature: string;
  unit: string;
  filedAt: Date;
  status: 'FILED' | 'SOLVED' | 'TRANSFERRED' | 'CONCLUDED' | 'WITHDRAWN';
  solvedAt: Date | null;
  concludedAt: Date | null;
}

/** Share of the cases of which the demonstration also has the incident. */
const WITH_INCIDENT = 0.6;

export function openPoliceCase(world: World, registered: RegisteredCase, nature: Nature): PoliceCase {
  const { random, numbers, register } = world;
  const { place, openedAt, kind } = registered;
  const unit = random.pick([place.branch, ...place.stations]);
  const number = numbers.police(unit, openedAt);
  register.number(registered, number, 'POLICE', openedAt);
  register.stage(registered, 'INVESTIGATION', 'POLICE', openedAt);
  if (random.chance(WITH_INCIDENT)) {
    const reported = new Date(openedAt.getTime() - random.int(30, 600) * 60_000);
    addIncident(world, place, unit, {
      kind: kind === 'CRIMINAL' ? 'CRIMINAL' : 'PUBLIC_SECURITY',
      category: nature.incident,
      status: 'FILED',
      at: reported,
    });
  }
  return {
    id: random.uuid(openedAt),
    number,
    kind: kind === 'CRIMINAL' ? 'CRIMINAL' : 'PUBLIC_SECURITY',
    nature: nature.code,
    unit,
    filedAt: openedAt,
    status: 'FILED',
    solvedAt: null,
    concludedAt: null,
  };
}

export function addPoliceCase(world: World, registered: RegisteredCase, policeCase: PoliceCase): void {
  world.rows.add('POLICE', 'police_cases', {
    id: policeCase.id,
    number: policeCase.number,
    kind: policeCase.kind,
    nature_code: policeCase.nature,
    status: policeCase.status,
    filed_at: policeCase.filedAt,
    solved_at: policeCase.solvedAt,
    concluded_at: policeCase.concludedAt,
    unit_code: policeCase.unit,
    region_code: registered.place.code,
    case_id: registered.id,
  });
}

export function addParty(world: World, policeCaseId: string, at: Date, person: Person, role: PoliceRole): void {
  const row = { id: world.random.uuid(at), police_case_id: policeCaseId, person_token: person.token, role };
  world.rows.add('POLICE', 'case_parties', row);
}
