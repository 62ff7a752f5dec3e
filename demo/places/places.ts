import { regionName } from '../../subgraphs/kit/formats/regions.ts';
import { addCourt } from '../courts/courts.ts';
import type { Rows } from '../database/rows.ts';
import { addOrganisation, type Organisation, type OrganisationKind } from '../justice/organisations.ts';
import { addCityUnits, addDistrictUnits } from '../police/units.ts';
import { addAverageWages } from '../prosecutors/averageWages.ts';
import { addProcuratorate } from '../prosecutors/procuratorates.ts';
import type { Random } from '../world/random.ts';
import { CITIES, type City, DISTRICTS, type District } from './districts.ts';

/** A district with its institutions. */
export interface Place extends District {
  name: string;
  branch: string;
  stations: readonly string[];
  court: string;
  cityCourt: string;
  organisations: Readonly<Record<OrganisationKind, Organisation>>;
}

/** Writes the institutions of all places, and the wages that aid is measured by. */
export function addPlaces(rows: Rows, random: Random): Place[] {
  for (const city of CITIES) {
    addCityUnits(rows, city);
    addCourt(rows, cityCourtOf(city), `${city.name}中级人民法院`, city.code);
    addProcuratorate(rows, city, city.name);
  }
  addAverageWages(rows);
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

function addDistrict(rows: Rows, random: Random, district: District, centre: Organisation): Place {
  const { code, city, short } = district;
  const name = regionName(code) ?? code;
  const isUrban = name.endsWith('区');
  const full = `${isUrban ? city.name : ''}${name}`;
  const { branch, stations } = addDistrictUnits(rows, { code, city: city.name, name, isUrban });
  const court = `${city.courts}${code.slice(2)}`;
  addCourt(rows, court, `${full}人民法院`, code);
  addProcuratorate(rows, { code, short }, full);
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
