import { surnameOf } from '../formats/names.ts';
import { maskPhone } from '../formats/phone.ts';
import { currentRegions, type RegionLevel } from '../formats/regions.ts';
import { characterCount, firstCharacters } from '../formats/typedText.ts';
import type { Mask } from '../generated/schema.ts';

/** A value as it leaves its owner. What is no text is not masked, but left out. */
export function masked(value: unknown, mask: Mask): string | null {
  return typeof value === 'string' ? MASKS[mask](value) : null;
}

const MASKS: Readonly<Record<Mask, (text: string) => string>> = {
  NAME: (name) => `${surnameOf(name)}**`,
  // Beside a day of birth the usual mask, which shows the last four, would give the number away.
  ID_NUMBER: (number) => firstCharacters(number, 6) + '*'.repeat(Math.max(characterCount(number) - 6, 0)),
  ADDRESS: maskAddress,
  PHONE: maskPhone,
};

/** The province, city and county that an address begins with, by their names in GB/T 2260; whatever follows is hidden, and all of an address that begins otherwise. */
function maskAddress(address: string): string {
  regionNames ??= readRegionNames();
  let shown = '';
  for (const names of [regionNames.PROVINCE, regionNames.CITY, regionNames.COUNTY]) {
    const rest = address.slice(shown.length);
    for (let length = Math.min(LONGEST_NAME, rest.length); length > 1; length -= 1) {
      if (!names.has(rest.slice(0, length))) continue;
      shown += rest.slice(0, length);
      break;
    }
  }
  return `${shown}****`;
}

/** 克孜勒苏柯尔克孜自治州 and its like have 11 characters, the longest names of counties 15. */
const LONGEST_NAME = 15;

let regionNames: Record<'PROVINCE' | 'CITY' | 'COUNTY', ReadonlySet<string>> | null = null;

function readRegionNames() {
  const of = (level: RegionLevel) =>
    new Set(currentRegions().flatMap((region) => (region.level === level ? [region.name] : [])));
  return { PROVINCE: of('PROVINCE'), CITY: of('CITY'), COUNTY: of('COUNTY') };
}
