import { parseRegionCode, regionLevel, regionName, regionParent } from '../../../kit/formats/regions.ts';
import type { RegionLevel } from '../../generated/resolvers.ts';

export interface Region {
  code: string;
  name: string;
  level: RegionLevel;
  parentCode: string | null;
}

/** A region by its code; null for one that GB/T 2260 does not have. A town or village is known by its code alone. */
export function regionOf(code: string): Region | null {
  if (!parseRegionCode(code).ok) return null;
  return { code, name: regionName(code) ?? code, level: regionLevel(code), parentCode: regionParent(code) };
}
