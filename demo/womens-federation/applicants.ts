import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import type { CaseBackground } from '../cases/caseBackground.ts';
import type { Person } from '../people/persons.ts';
import { addParty } from '../police/policeCases.ts';
import type { World } from '../world/world.ts';

export interface Applicant {
  person: Person;
  hardship: string;
}

/** Cases that may stand behind leads, each applicant once for one case. */
export interface Applicants {
  /** A case opened well before that moment with a woman who may apply; the earliest case where none is old enough. */
  choose(createdAt: Date): { background: CaseBackground; applicant: Applicant };
}

/** A lead comes some weeks after its case at the earliest, as a rule within two years. */
const EARLIEST_MS = 15 * 86_400_000;
const LATEST_MS = 700 * 86_400_000;
const TRIES = 60;

export function createApplicants(world: World, cases: readonly CaseBackground[]): Applicants {
  const byTime = cases.toSorted((a, b) => a.registered.openedAt.getTime() - b.registered.openedAt.getTime());
  const opened = byTime.map((background) => background.registered.openedAt.getTime());
  const leads = new Map<CaseBackground, number>();
  const { random } = world;
  return {
    choose(createdAt) {
      const to = firstFrom(opened, createdAt.getTime() - EARLIEST_MS);
      const from = firstFrom(opened, createdAt.getTime() - LATEST_MS);
      let index = to > from ? random.int(from, to - 1) : 0;
      for (let tries = 0; tries < TRIES && to > from && leads.has(byTime[index] as CaseBackground); tries += 1)
        index = random.int(from, to - 1);
      const background = byTime[index];
      if (!background) throw new Error('No case can stand behind a lead: there are too few cases.');
      const before = leads.get(background) ?? 0;
      leads.set(background, before + 1);
      return { background, applicant: applicantOf(world, background, before > 0) };
    },
  };
}

/** The victim herself, or a woman of the victim's family: wife or mother. */
function applicantOf(world: World, background: CaseBackground, isSecond: boolean): Applicant {
  const { random, persons } = world;
  const { victim, registered, policeCaseId } = background;
  const openedOn = shanghaiDay(registered.openedAt);
  const age = Number(openedOn.slice(0, 4)) - Number(victim.birthDate.slice(0, 4));
  const isDead = background.matter === '故意杀人' || (background.matter === '交通肇事' && random.chance(0.5));
  if (!isSecond && victim.sex === 'FEMALE' && age >= 19 && !isDead) {
    return {
      person: victim,
      hardship:
        background.hardship === 'EARNER_KILLED_OR_DISABLED' ? 'GRAVE_ILLNESS_OR_DISABILITY' : background.hardship,
    };
  }
  const isMother = isSecond || victim.sex === 'FEMALE' || age < 22;
  const years = isMother ? Math.min(Math.max(age + random.int(20, 30), 28), 92) : Math.max(age + random.int(-6, 4), 20);
  const person = persons.invent(registered.place, registered.openedAt, {
    sex: 'FEMALE',
    age: [years, years],
    isProtected: victim.isProtected,
  });
  if (policeCaseId)
    addParty(world, policeCaseId, registered.openedAt, person, random.chance(0.5) ? 'REPORTER' : 'WITNESS');
  const isOld = years >= 60 && age >= 22;
  return { person, hardship: isOld && random.chance(0.6) ? 'UNSUPPORTED_ELDERLY' : background.hardship };
}

/** Index of the first moment at or after the limit. */
function firstFrom(moments: readonly number[], limit: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
