import { setTimeout as sleep } from 'node:timers/promises';
import { createPeople, type People } from '../../demo/story/people.ts';
import type { Config } from '../../runtime/config.ts';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { recordWage, registerCase } from '../harness/register.ts';
import type { Lived } from './claims.ts';
import type { Insisting } from './insist.ts';
import { type Lead, liveLead, pathOf, type Tally } from './lives.ts';

/** All the leads of a play. */
export interface Crowd {
  leads: readonly Lead[];
  /** Those that were recorded, with their ids. */
  lived: Lived[];
  /** Lives that could not be lived to their end. */
  faults: string[];
}

/** A registered case for each lead, and the wage that a proposal is checked against. */
export async function prepareLeads(config: Config, count: number): Promise<Lead[]> {
  await recordWage(databaseUrlOf(config, 'prosecutors') ?? '');
  const leads: Lead[] = [];
  for (let serial = 1; serial <= count; serial += 1) {
    const { number } = await registerCase(databaseUrlOf(config, 'exchange') ?? '', serial);
    leads.push({ serial, path: pathOf(serial), caseNumber: number });
  }
  return leads;
}

export function peopleOf({ urls, oidc, demoPassword }: Config): People {
  return createPeople({
    gatewayUrl: urls.gateway ?? '',
    issuer: oidc.issuer,
    audience: oidc.audience,
    password: demoPassword,
    language: 'en',
  });
}

/** So many lives at once; each begins when it may. Ends when all have ended, well or not. */
export async function liveAll(
  { leads, lived, faults }: Crowd,
  atOnce: number,
  mayBegin: (index: number) => boolean,
  people: Insisting,
  tally: Tally,
): Promise<void> {
  const waiting = leads.entries();
  const liveNext = async () => {
    for (const [index, lead] of waiting) {
      while (!mayBegin(index)) await sleep(50);
      try {
        await liveLead(lead, people, tally, (id) => lived.push({ lead, id }));
      } catch (error) {
        faults.push(`lead ${lead.serial} (${lead.path}): ${(error as Error).message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, liveNext));
}
