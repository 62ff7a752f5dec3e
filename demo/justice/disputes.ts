import type { Place } from '../places/places.ts';
import type { World } from '../world/world.ts';
import { addMediation } from './mediations.ts';

const DISPUTES = [
  ['NEIGHBOURS', 22],
  ['MARRIAGE_FAMILY', 20],
  ['PROPERTY_MANAGEMENT', 13],
  ['CONTRACT', 12],
  ['LABOUR', 9],
  ['CONSUMER', 7],
  ['HOUSING', 7],
  ['TRAFFIC_ACCIDENT', 5],
  ['TOURISM', 2],
  ['OTHER', 3],
] as const;
const SOURCES = [
  ['ONSITE', 52],
  ['HOTLINE_12348', 16],
  ['WEB_12348', 9],
  ['HOTLINE_12345', 19],
  ['LABOUR_ARBITRATION', 4],
] as const;
const ORGANISATIONS = [
  ['COMMITTEE', 50],
  ['DISTRICT_CENTRE', 25],
  ['BRAND_STUDIO', 15],
  ['SECTORAL', 10],
] as const;

/** A dispute that belongs to no case of the register. */
export function addDispute(world: World, place: Place, acceptedAt: Date): void {
  const { random, persons } = world;
  addMediation(world, {
    place,
    registered: null,
    source: random.weighted(SOURCES),
    dispute: random.weighted(DISPUTES),
    organisation: random.weighted(ORGANISATIONS),
    parties: [persons.invent(place, acceptedAt), persons.invent(place, acceptedAt)],
    acceptedAt,
  });
}
