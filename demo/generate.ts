import type { CaseBackground } from './cases/caseBackground.ts';
import { addAdministrativeCase, addCivilCase } from './cases/civilCases.ts';
import { addCriminalCase } from './cases/criminalCases.ts';
import { addSecurityCase } from './cases/securityCases.ts';
import { addProtectionOrder } from './courts/protectionOrders.ts';
import type { Rows } from './database/rows.ts';
import type { Job } from './exchange/referralLife.ts';
import type { Message } from './exchange/referrals.ts';
import { addDispute } from './justice/disputes.ts';
import { addLegalAid } from './justice/legalAid.ts';
import { addOtherIncident } from './police/incidents.ts';
import { RESERVED_NUMBERS } from './story/characters.ts';
import { addStoryCase } from './story/storyCase.ts';
import { addLeads } from './womens-federation/leads.ts';
import type { Secrets } from './world/secrets.ts';
import { createWorld, type World } from './world/world.ts';

/** The seed of the demonstration; another one gives another city. */
export const SEED = 'casegraph-demo-1';

export interface GenerateOptions {
  secrets: Secrets;
  now: Date;
  /** With the story's own. */
  cases: number;
  leads: number;
  seed?: string;
}

/** The demonstration in memory: rows of all tables but the ledger's, and the messages that become the ledger. */
export interface Demonstration {
  rows: Rows;
  messages: readonly Message[];
  jobs: readonly Job[];
  counts: { cases: number; leads: number; persons: number; referrals: number };
}

/** Where leads come from: the cities in which the federation and the prosecutors both have people. */
const hasLeads = ({ users }: World, region: string) =>
  users.find('WOMENS_FEDERATION', region) !== null && users.find('PROSECUTORS', region) !== null;

/** Writes everything that happened in the city from 2022 to yesterday. The same options give the same rows. */
export function generate({ secrets, now, cases, leads, seed = SEED }: GenerateOptions): Demonstration {
  const world = createWorld({ seed, now, secrets, reservedNumbers: RESERVED_NUMBERS });
  addStoryCase(world);
  const backgrounds = addCases(world, cases - 1);
  addLeads(world, backgrounds, leads);
  addOthers(world, cases);
  world.register.close();
  const { rows, referrals, persons, register } = world;
  return {
    rows,
    messages: referrals.messages,
    jobs: referrals.jobs,
    counts: { cases: register.cases().length, leads, persons: persons.count(), referrals: referrals.count() },
  };
}

/** Cases spread evenly over the time, each somewhere; gives those that may stand behind a lead. */
function addCases(world: World, count: number): CaseBackground[] {
  const { random, calendar } = world;
  const found: CaseBackground[] = [];
  const weights = world.places.map((place) => [place, place.weight] as const);
  for (let index = 0; index < count; index += 1) {
    const share = (index + random.next()) / count;
    const place = random.weighted(weights);
    const kind = random.weighted([
      ['CRIMINAL', 56],
      ['PUBLIC_SECURITY', 22],
      ['CIVIL', 18],
      ['ADMINISTRATIVE', 4],
    ] as const);
    if (kind === 'PUBLIC_SECURITY') addSecurityCase(world, place, calendar.anyHour(share));
    if (kind === 'ADMINISTRATIVE') addAdministrativeCase(world, place, calendar.officeHours(share));
    const opened =
      kind === 'CRIMINAL'
        ? addCriminalCase(world, place, calendar.anyHour(share))
        : kind === 'CIVIL'
          ? addCivilCase(world, place, calendar.officeHours(share))
          : null;
    if (opened && hasLeads(world, place.code)) found.push(opened);
  }
  return found;
}

/** Disputes, incidents, protection orders and legal aid that belong to no case: shares of the number of cases. */
function addOthers(world: World, cases: number): void {
  const { random, calendar } = world;
  const weights = world.places.map((place) => [place, place.weight] as const);
  const spread = (count: number, add: (place: (typeof world.places)[number], at: Date) => void) => {
    for (let index = 0; index < count; index += 1)
      add(random.weighted(weights), calendar.anyHour((index + random.next()) / count));
  };
  spread(Math.ceil(cases * 0.07), (place, at) => addDispute(world, place, at));
  spread(Math.ceil(cases * 0.12), (place, at) => addOtherIncident(world, place, at));
  spread(Math.ceil(cases * 0.025), (place, at) => addProtectionOrder(world, place, at));
  spread(Math.ceil(cases * 0.04), (place, at) => addLegalAid(world, place, at));
}
