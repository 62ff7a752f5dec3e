import type { Rows } from '../database/rows.ts';
import type { City } from '../places/districts.ts';

const STATIONS = 3;

export function addCityUnits(rows: Rows, { code, name }: City): void {
  addUnit(rows, `${code}000000`, `${name}公安局`, 'BUREAU', code);
  addUnit(rows, `${code}010000`, `${name}公安局情指行一体化实战中心`, 'COMMAND_CENTRE', code);
  addUnit(rows, `${code}020000`, `${name}公安局预警止付中心`, 'FRAUD_WARNING_CENTRE', code);
}

/** The bureau or branch of a district and its stations; gives their codes. */
export function addDistrictUnits(
  rows: Rows,
  { code, city, name, isUrban }: { code: string; city: string; name: string; isUrban: boolean },
): { branch: string; stations: readonly string[] } {
  const branch = `${code}000000`;
  const police = isUrban ? `${city}公安局${name.slice(0, -1)}分局` : `${name}公安局`;
  addUnit(rows, branch, police, isUrban ? 'BRANCH' : 'BUREAU', code);
  const stations = Array.from({ length: STATIONS }, (_, index) => `${code}5${index + 1}0000`);
  for (const [index, station] of stations.entries())
    addUnit(rows, station, `${police}演示第${'一二三'[index]}派出所`, 'STATION', code);
  return { branch, stations };
}

function addUnit(rows: Rows, code: string, name: string, kind: string, region: string): void {
  rows.add('POLICE', 'police_units', { code, name, kind, region_code: region });
}
