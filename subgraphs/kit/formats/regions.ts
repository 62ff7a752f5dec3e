import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Parsed, parsed, refused } from './fault.ts';
import { normaliseCode } from './typedText.ts';

/**
 * Regions by GB/T 2260 (6 digits: province, city, county by pairs) from the revisions 2002-12 to 2016-07 of the package `gb2260`, with
 * what was founded, renamed or abolished from then to 2023-06 (regionsSince2016.json, see decision 0048); towns (9 digits) and villages
 * (12 digits, the statistical and urban-rural codes) below them are checked by shape only, and known by their code alone.
 *
 * Nothing is read at import. The newest tables cost about 3 ms at first use; the older ones about 50 ms, once, and only
 * when a code is not in the newest.
 */
const locate = createRequire(import.meta.url).resolve;

export type RegionLevel = 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWN' | 'VILLAGE';

export interface Region {
  /** 6 digits. */
  code: string;
  name: string;
  /** The region above, null for a province. */
  parent: string | null;
  level: RegionLevel;
}

const ACCEPTED = {
  zh: 'GB/T 2260 的 6 位行政区划代码，或其下 9 位的乡镇街道代码、12 位的村（居）代码',
  en: 'a 6-digit region code of GB/T 2260, or a 9-digit town or 12-digit village code below one',
};

/**
 * Whether the two digits are those of a province. 83 stands in the numbers of Taiwan residents' permits alone: GB/T 2260 gives Taiwan 71,
 * and Hong Kong and Macao 81 and 82 (Measures for residence permits of Hong Kong, Macao and Taiwan residents, 2018, art. 4).
 */
export function isProvincePrefix(digits: string): boolean {
  return digits === '83' || isRegionCode(`${digits}0000`);
}

/** Whether the 6 digits are a region of today or of any revision since 2002. */
export function isRegionCode(code: string): boolean {
  return /^\d{6}$/.test(code) && nameOf(code) !== undefined;
}

/** Reads a region, town or village code; its first six digits must be a known region. Gives the digits, trimmed. */
export function parseRegionCode(text: string): Parsed<string> {
  const code = normaliseCode(text);
  if (!isRegionShaped(code)) {
    return refused(
      'REGION_CODE_FORMAT',
      { zh: '行政区划代码的格式不正确', en: 'the region code does not have the right form' },
      ACCEPTED,
    );
  }
  if (!isRegionCode(code.slice(0, 6))) {
    return refused('REGION_CODE_UNKNOWN', { zh: '没有这个行政区划', en: 'no region has this code' }, ACCEPTED);
  }
  return parsed(code);
}

/** The region's own name, the newest it had; null for an unknown code, and for towns and villages. */
export function regionName(code: string): string | null {
  return nameOf(code) ?? null;
}

/** The nearest known region above: village → town → county → city → province → null. */
export function regionParent(code: string): string | null {
  switch (regionLevel(code)) {
    case 'VILLAGE':
      return code.slice(0, 9);
    case 'TOWN':
      return code.slice(0, 6);
    case 'PROVINCE':
      return null;
    case 'CITY':
      return `${code.slice(0, 2)}0000`;
    case 'COUNTY': {
      const city = `${code.slice(0, 4)}00`;
      return isRegionCode(city) ? city : `${code.slice(0, 2)}0000`;
    }
  }
}

/** The level that the code's form says. Throws RangeError unless it has 6, 9 or 12 digits. */
export function regionLevel(code: string): RegionLevel {
  if (!isRegionShaped(code)) throw new RangeError('a region code has 6, 9 or 12 digits');
  if (code.length === 12) return 'VILLAGE';
  if (code.length === 9) return 'TOWN';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'CITY' : 'COUNTY';
}

/**
 * What the codes of all regions inside this one begin with: 210000 → `21`, 210100 → `2101`, 210102 → `210102`; a town or
 * village code is its own prefix. Never empty. Throws RangeError unless the code has 6, 9 or 12 digits.
 */
export function regionPrefix(code: string): string {
  switch (regionLevel(code)) {
    case 'PROVINCE':
      return code.slice(0, 2);
    case 'CITY':
      return code.slice(0, 4);
    default:
      return code;
  }
}

/** Whether the region lies in `scope` or is it. Access depends on it: false whenever one of the two is not a region code. */
export function withinRegion(code: string, scope: string): boolean {
  return isRegionShaped(code) && isRegionShaped(scope) && code.startsWith(regionPrefix(scope));
}

/** Every region of today in order of code (about 3,600), provinces before what they hold. */
export function currentRegions(): Region[] {
  return [...regionsOfToday().entries()]
    .map(([code, name]) => ({ code, name, parent: regionParent(code), level: regionLevel(code) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function isRegionShaped(code: string): boolean {
  return /^(?:\d{6}|\d{9}|\d{12})$/.test(code);
}

function nameOf(code: string): string | undefined {
  return regionsOfToday().get(code) ?? olderRevisions().get(code);
}

let today: ReadonlyMap<string, string> | undefined;
let older: ReadonlyMap<string, string> | undefined;

function regionsOfToday(): ReadonlyMap<string, string> {
  if (today) return today;
  const { added, abolished } = changesSince2016();
  const regions = new Map([...revision(revisionNames()[0] ?? ''), ...Object.entries(added)]);
  for (const code of abolished) regions.delete(code);
  today = regions;
  return today;
}

/** All revisions in one table; a later name of a code replaces an earlier one. */
function olderRevisions(): ReadonlyMap<string, string> {
  older ??= new Map(revisionNames().reverse().flatMap(revision));
  return older;
}

function changesSince2016(): { added: Record<string, string>; abolished: string[] } {
  return JSON.parse(readFileSync(new URL('regionsSince2016.json', import.meta.url), 'utf8'));
}

/** Newest first, as the package lists them. */
function revisionNames(): string[] {
  return JSON.parse(readFileSync(locate('gb2260/lib/revisions.json'), 'utf8'));
}

function revision(name: string): [code: string, name: string][] {
  const names: Record<string, string> = JSON.parse(readFileSync(locate(`gb2260/lib/${name}.json`), 'utf8'));
  return Object.entries(names);
}
