import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import type { Place } from '../places/places.ts';
import type { World } from '../world/world.ts';

export function addIncident(
  world: World,
  place: Place,
  unit: string,
  incident: { kind: string; category: string; status: string; at: Date },
): void {
  world.rows.add('POLICE', 'incidents', {
    id: world.random.uuid(incident.at),
    number: world.numbers.incident(unit, incident.at),
    kind: incident.kind,
    category: incident.category,
    status: incident.status,
    region_code: place.code,
    unit_code: unit,
    reported_at: incident.at,
  });
}

const INCIDENTS = [
  ['HELP', 'EMERGENCY_HELP', 30],
  ['HELP', 'MISSING_PERSON', 10],
  ['DISPUTE', 'FAMILY_DISPUTE', 20],
  ['DISPUTE', 'NEIGHBOUR_DISPUTE', 16],
  ['DISPUTE', 'CONSUMER_DISPUTE', 9],
  ['DISPUTE', 'LABOUR_DISPUTE', 6],
  ['DISPUTE', 'DEBT_DISPUTE', 5],
  ['PUBLIC_SECURITY', 'DISTURBANCE', 4],
] as const;

/** An incident that became no case. */
export function addOtherIncident(world: World, place: Place, at: Date): void {
  const { random, calendar } = world;
  const [kind, category] = random.weighted(
    INCIDENTS.map(([each, about, weight]) => [[each, about] as const, weight] as const),
  );
  const isToday = shanghaiDay(at) === calendar.lastDay;
  const status = isToday && random.chance(0.3) ? random.pick(['RECEIVED', 'DISPATCHED', 'HANDLING']) : 'CLOSED';
  addIncident(world, place, random.pick(place.stations), { kind, category, status, at });
}
