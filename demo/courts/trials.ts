import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import type { RegisteredCase } from '../exchange/register.ts';
import type { Person } from '../people/persons.ts';
import type { World } from '../world/world.ts';

export type CourtRole = 'PLAINTIFF' | 'DEFENDANT' | 'VICTIM' | 'APPLICANT';

export interface PlannedTrial {
  registered: RegisteredCase;
  /** Field of law in the number, 刑 for 刑初 and 刑终. */
  field: '刑' | '民' | '行';
  cause: string;
  acceptedAt: Date;
  /** When the hearing can begin; left out where nothing comes between. */
  hearingFrom?: Date;
  parties: readonly (readonly [person: Person, role: CourtRole])[];
  results: readonly (readonly [result: string, weight: number])[];
  damages: readonly [from: number, to: number] | null;
  /** Before the hearing the case ended by mediation. */
  mediatedAt?: Date;
}

export interface Trial {
  courtCaseId: string;
  /** As they come, though perhaps only later than now. */
  judgedAt: Date;
  inForceAt: Date;
  award: string | null;
}

const TYPES = { 刑: 'CRIMINAL', 民: 'CIVIL', 行: 'ADMINISTRATIVE' } as const;
const APPEALED = 0.12;
const SUMMARIES: Readonly<Record<string, string>> = {
  CONVICTED: '被告人构成犯罪，判处刑罚。（演示）',
  EXEMPTED: '被告人构成犯罪，免予刑事处罚。（演示）',
  GRANTED: '支持原告的诉讼请求。（演示）',
  PARTLY_GRANTED: '部分支持原告的诉讼请求。（演示）',
  DISMISSED: '驳回原告的诉讼请求。（演示）',
  AFFIRMED: '驳回上诉，维持原判。（演示）',
  CHANGED: '部分改判。（演示）',
};

/** A trial of first instance, and of second where it is appealed, as far as it has come by now. */
export function addTrial(world: World, plan: PlannedTrial): Trial {
  const { random, calendar } = world;
  const { registered, acceptedAt, field } = plan;
  const id = random.uuid(acceptedAt);
  const hearingAt = calendar.after(plan.hearingFrom ?? acceptedAt, 4, 20);
  const judgedAt = calendar.after(hearingAt, 10, 55);
  const isAppealed = !plan.mediatedAt && random.chance(APPEALED);
  const appealAt = calendar.after(judgedAt, 4, 9);
  const appeal = { acceptedAt: calendar.after(appealAt, 3, 10), judgedAt: calendar.after(appealAt, 20, 55) };
  const inForceAt = isAppealed ? appeal.judgedAt : calendar.after(judgedAt, 11, 14);
  const isMediated = plan.mediatedAt !== undefined && calendar.isPast(plan.mediatedAt);
  const isJudged = !plan.mediatedAt && calendar.isPast(judgedAt);
  const isInForce = isJudged && calendar.isPast(inForceAt);
  const hearing = calendar.isPast(hearingAt) && !plan.mediatedAt ? 'IN_TRIAL' : 'ACCEPTED';
  const status = isMediated ? 'MEDIATED' : isInForce ? 'IN_FORCE' : isJudged ? 'JUDGED' : hearing;
  const court = registered.place.court;
  addCourtCase(world, plan, {
    id,
    court,
    word: `${field}初`,
    instance: 'FIRST',
    status,
    acceptedAt,
    judgedAt: isJudged ? judgedAt : null,
  });
  const result = random.weighted(plan.results);
  const award = plan.damages && result !== 'DISMISSED' ? `${random.int(...plan.damages)}.00` : null;
  if (isJudged) addJudgment(world, id, result, award, isInForce ? inForceAt : null);
  if (isAppealed && isJudged && calendar.isPast(appeal.acceptedAt)) {
    const second = random.uuid(appeal.acceptedAt);
    const secondCourt = registered.place.cityCourt;
    addCourtCase(world, plan, {
      id: second,
      court: secondCourt,
      word: `${field}终`,
      instance: 'SECOND',
      status: isInForce ? 'IN_FORCE' : 'IN_TRIAL',
      acceptedAt: appeal.acceptedAt,
      judgedAt: isInForce ? appeal.judgedAt : null,
    });
    if (isInForce) addJudgment(world, second, random.chance(0.85) ? 'AFFIRMED' : 'CHANGED', null, inForceAt);
  }
  return { courtCaseId: id, judgedAt, inForceAt, award };
}

interface CourtCase {
  id: string;
  court: string;
  word: string;
  instance: 'FIRST' | 'SECOND' | null;
  status: string;
  acceptedAt: Date;
  judgedAt: Date | null;
}

function addCourtCase(world: World, plan: PlannedTrial, courtCase: CourtCase): void {
  const { rows, numbers, register, random } = world;
  const { registered } = plan;
  const number = numbers.court(courtCase.court, courtCase.word, courtCase.acceptedAt);
  register.number(registered, number, 'COURTS', courtCase.acceptedAt);
  rows.add('COURTS', 'court_cases', {
    id: courtCase.id,
    number,
    type: courtCase.instance ? TYPES[plan.field] : 'ENFORCEMENT',
    instance: courtCase.instance,
    cause: plan.cause,
    status: courtCase.status,
    accepted_on: shanghaiDay(courtCase.acceptedAt),
    judged_on: courtCase.judgedAt && shanghaiDay(courtCase.judgedAt),
    region_code: courtCase.instance === 'SECOND' ? registered.place.city.code : registered.place.code,
    court_code: courtCase.court,
    case_id: registered.id,
  });
  for (const [person, role] of plan.parties) {
    const row = {
      id: random.uuid(courtCase.acceptedAt),
      court_case_id: courtCase.id,
      person_token: person.token,
      role,
    };
    rows.add('COURTS', 'court_case_parties', row);
  }
}

/** What the debtor does not do by himself is executed; gives the end of it, though perhaps only later than now. */
export function addExecution(world: World, plan: PlannedTrial, inForceAt: Date): Date {
  const { random, calendar, register } = world;
  const acceptedAt = calendar.after(inForceAt, 15, 60);
  const endedAt = calendar.after(acceptedAt, 40, 400);
  register.stage(plan.registered, 'EXECUTION', 'COURTS', inForceAt);
  if (calendar.isPast(acceptedAt)) {
    const status = calendar.isPast(endedAt) ? 'IN_FORCE' : 'ACCEPTED';
    const court = plan.registered.place.court;
    addCourtCase(world, plan, {
      id: random.uuid(acceptedAt),
      court,
      word: '执',
      instance: null,
      status,
      acceptedAt,
      judgedAt: null,
    });
  }
  return endedAt;
}

function addJudgment(
  world: World,
  courtCaseId: string,
  result: string,
  award: string | null,
  inForceAt: Date | null,
): void {
  world.rows.add('COURTS', 'judgments', {
    court_case_id: courtCaseId,
    result,
    summary: SUMMARIES[result] ?? '（演示）',
    awarded_compensation: award,
    in_force_on: inForceAt && shanghaiDay(inForceAt),
  });
}
