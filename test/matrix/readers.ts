import { createHash } from 'node:crypto';
import { AGENCIES } from './facts.ts';
import type { Reader } from './oracle.ts';
import { ROLES } from './roles.ts';
import type { Situation } from './situations.ts';

/** Each role alone, some that people hold together, and nobody's. */
export const ROLE_SETS: readonly (readonly string[])[] = [
  ...ROLES.map((role) => [role]),
  ['officer', 'auditor'],
  ['leader', 'integrator'],
  [],
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
 * Every agency and role in every situation. Of the whole one in `of` is taken, always the same for the same seed; what every
 * role gets without a referral, and what officers get under each that is open, is always among them.
 */
export function turnsOf(situations: readonly Situation[], of: number, seed: string): Turn[] {
  const all = AGENCIES.flatMap((agency) =>
    situations
      .filter((situation) => situation.agency === agency)
      .flatMap((situation) => ROLE_SETS.map((roles) => ({ reader: { agency, roles }, situation }))),
  );
  return all.filter(({ reader, situation: { state, purpose } }) => {
    const isMain = state === 'NONE' || (state === 'OPEN' && reader.roles.join() === 'officer');
    return isMain || isDrawn(`${seed}:${reader.agency}:${reader.roles}:${state}:${purpose}`, of);
  });
}

function isDrawn(name: string, of: number): boolean {
  return createHash('sha256').update(name).digest().readUInt32BE() % of === 0;
}
