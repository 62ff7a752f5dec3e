import { AGENCIES } from '../protocol/generated/agencies.ts';

/** A system of an agency, which signs in as itself and not for a person, with a key of its own (client credentials), and is an integrator. */
export interface AgencySystem {
  /** The client's id; also the subject of its tokens, and the username in audit trails. */
  client: string;
  /** Shown where a person's name would be. */
  name: string;
  agency: string;
  /** GB/T 2260. */
  region: string;
}

/** The demonstration's are those of one city. */
const CITY = { name: '沈阳市', region: '210100' };

/** The demonstration has one system of each agency but the hub; a real provider has its own clients. */
export const SYSTEMS: readonly AgencySystem[] = AGENCIES.filter(({ code }) => code !== 'HUB').map(
  ({ code, part, names }) => ({
    client: `${part}-system`,
    name: `${CITY.name}${names.zh}业务系统`,
    agency: code,
    region: CITY.region,
  }),
);
