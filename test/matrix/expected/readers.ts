import { createHash } from 'node:crypto';
import type { Situation } from '../samples/situations.ts';
import { AGENCIES } from './facts.ts';
import type { Reader } from './oracle.ts';
import { mayRead, ROLES } from './roles.ts';

/** Each role alone, and some that people hold together; who has none is nobody who may ask. */
export const ROLE_SETS: readonly (readonly string[])[] = [
  ...ROLES.map((role) => [role]),
  ['officer', 'auditor'],
  ['leader', 'integrator'],
];

/** Somebody who may read and ask all that the agency itself may. */
export function ownerOf(agency: string): Reader {
  return { agency, roles: [...ROLES] };
}

export interface Turn {
  reader: Reader;
  situation: Situation;
}

/**
 * Every agency and role in every situation. Of the whole, one turn in `oneIn` is drawn, always the same for the same seed, and
 * fewer of roles to which no referral opens anything. What every role gets without a referral, and what officers get under
 * each that is open, is always among them.
 */
export function turnsOf(situations: readonly Situation[], oneIn: number, seed: string): Turn[] {
  const all = AGENCIES.flatMap((agency) =>
    situations
      .filter((situation) => situation.agency === agency)
      .flatMap((situation) => ROLE_SETS.map((roles) => ({ reader: { agency, roles }, situation }))),
  );
  return all.filter(({ reader, situation: { state, purpose } }) => {
    if (oneIn === 1 || state === 'NONE' || (state === 'OPEN' && reader.roles.join() === 'officer')) return true;
    const share = mayRead(reader.roles, 'CONDITIONAL') ? oneIn : 4 * oneIn;
    return isDrawn(`${seed}:${reader.agency}:${reader.roles}:${state}:${purpose}`, share);
  });
}

/** Whether a name is among those drawn, one in so many; always the same. */
export function isDrawn(name: string, oneIn: number): boolean {
  return createHash('sha256').update(name).digest().readUInt32BE() % oneIn === 0;
}
