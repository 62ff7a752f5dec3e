import { regionName } from '../subgraphs/kit/formats/regions.ts';
import { CITIES, type City, DISTRICTS, type District, FIRST_WAGE_YEAR, WAGES } from './districts.ts';
import { inventName } from './names.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';

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

/** A district with its institutions. */
export interface Place extends District {
  name: string;
  branch: string;
  stations: readonly string[];
  court: string;
  cityCourt: string;
  organisations: Readonly<Record<OrganisationKind, Organisation>>;
}

/** When the institutions' own rows were made: before the first case. */
const FOUNDED = new Date('2021-12-01T01:00:00Z');
const STATIONS = 3;
const MEDIATORS = 3;

/** Writes the institutions of all places, and the wages that aid is measured by. */
export function addPlaces(rows: Rows, random: Random): Place[] {
  for (const city of CITIES) addCity(rows, city);
  for (const [region, wages] of Object.entries(WAGES)) {
    for (const [index, monthly] of wages.entries()) {
      const row = {
        region_code: region,
        year: FIRST_WAGE_YEAR + index,
        monthly: `${monthly}.00`,
        source: '演示数据（虚构）',
      };
      rows.add('PROSECUTORS', 'average_wages', row);
    }
  }
  const centres = new Map(
    CITIES.map((city) => [
      city.code,
      addOrganisation(rows, random, city.code, 'CITY_CENTRE', `${city.name}矛盾纠纷调解中心`),
    ]),
  );
  return DISTRICTS.map((district) =>
    addDistrict(rows, random, district, centres.get(district.city.code) as Organisation),
  );
}

function addCity(rows: Rows, city: City): void {
  const { code, name, short } = city;
  addUnit(rows, `${code}000000`, `${name}公安局`, 'BUREAU', code);
  addUnit(rows, `${code}010000`, `${name}公安局情指行一体化实战中心`, 'COMMAND_CENTRE', code);
  addUnit(rows, `${code}020000`, `${name}公安局预警止付中心`, 'FRAUD_WARNING_CENTRE', code);
  rows.add('COURTS', 'courts', { code: cityCourtOf(city), name: `${name}中级人民法院`, region_code: code });
  rows.add('PROSECUTORS', 'procuratorates', {
    code: `J${code}`,
    name: `${name}人民检察院`,
    short_name: short,
    region_code: code,
  });
}

function addDistrict(rows: Rows, random: Random, district: District, centre: Organisation): Place {
  const { code, city, short } = district;
  const name = regionName(code) ?? code;
  const branch = `${code}000000`;
  const isUrban = name.endsWith('区');
  const police = isUrban ? `${city.name}公安局${name.slice(0, -1)}分局` : `${name}公安局`;
  addUnit(rows, branch, police, isUrban ? 'BRANCH' : 'BUREAU', code);
  const stations = Array.from({ length: STATIONS }, (_, index) => `${code}5${index + 1}0000`);
  for (const [index, station] of stations.entries())
    addUnit(rows, station, `${police}演示第${'一二三'[index]}派出所`, 'STATION', code);
  const court = `${city.courts}${code.slice(2)}`;
  rows.add('COURTS', 'courts', { code: court, name: `${isUrban ? city.name : ''}${name}人民法院`, region_code: code });
  const office = `${isUrban ? city.name : ''}${name}人民检察院`;
  rows.add('PROSECUTORS', 'procuratorates', { code: `J${code}`, name: office, short_name: short, region_code: code });
  const organisation = (kind: OrganisationKind, words: string) =>
    addOrganisation(rows, random, code, kind, `${name}${words}`);
  return {
    ...district,
    name,
    branch,
    stations,
    court,
    cityCourt: cityCourtOf(city),
    organisations: {
      CITY_CENTRE: centre,
      DISTRICT_CENTRE: organisation('DISTRICT_CENTRE', '矛盾纠纷调解中心'),
      SECTORAL: organisation('SECTORAL', '物业与劳动争议人民调解委员会'),
      BRAND_STUDIO: organisation('BRAND_STUDIO', '演示品牌调解工作室'),
      POLICE_STUDIO: organisation('POLICE_STUDIO', '驻所人民调解室'),
      COMMITTEE: organisation('COMMITTEE', '演示社区人民调解委员会'),
    },
  };
}

function cityCourtOf({ courts, code }: City): string {
  return `${courts}${code.slice(2, 4)}`;
}

function addUnit(rows: Rows, code: string, name: string, kind: string, region: string): void {
  rows.add('POLICE', 'police_units', { code, name, kind, region_code: region });
}

function addOrganisation(
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
