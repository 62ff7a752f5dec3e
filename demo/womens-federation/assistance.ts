import { addDays, shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import type { World } from '../world/world.ts';
import type { Lead } from './lead.ts';
import { MEASURES, RETURN_VISIT_FINDINGS, VISIT_FINDINGS } from './leadTexts.ts';

const PROVIDERS = [
  ['WOMENS_FEDERATION', 7],
  ['JUSTICE', 2],
  ['PROSECUTORS', 1],
] as const;

/** Other help 多元帮扶 and the visits, before the lead is sent and after aid was given. */
export function addMeasuresAndVisits(world: World, lead: Lead): void {
  const { random, calendar } = world;
  const at = (step: string) => lead.happened.findLast((each) => each.step === step)?.at;
  const createdOn = shanghaiDay(lead.createdAt);
  if (random.chance(0.55)) addVisit(world, lead, createdOn, false);
  const acceptedAt = at('ACCEPT');
  if (!acceptedAt) return;
  for (const [kind, description] of MEASURES)
    if (random.chance(0.13)) addMeasure(world, lead, kind, description, acceptedAt);
  const acknowledgedAt = at('ACKNOWLEDGE');
  if (!acknowledgedAt || !random.chance(0.5)) return;
  const visitedAt = calendar.after(acknowledgedAt, 20, 100);
  if (calendar.isPast(visitedAt)) addVisit(world, lead, shanghaiDay(visitedAt), true);
}

function addMeasure(
  { random, rows, calendar, users }: World,
  lead: Lead,
  kind: string,
  description: string,
  from: Date,
): void {
  const startsOn = addDays(shanghaiDay(from), random.int(2, 60));
  const isOld = startsOn < calendar.daysAgo(120);
  const begun = isOld
    ? random.weighted([
        ['DONE', 82],
        ['UNDER_WAY', 12],
        ['CANCELLED', 6],
      ] as const)
    : 'UNDER_WAY';
  rows.add('WOMENS_FEDERATION', 'assistance_measures', {
    id: random.uuid(from),
    aid_lead_id: lead.id,
    kind,
    provider: kind === 'LEGAL_AID' ? 'JUSTICE' : random.weighted(PROVIDERS),
    status: startsOn > calendar.lastDay ? 'PLANNED' : begun,
    starts_on: startsOn,
    description,
    created_by: users.of('WOMENS_FEDERATION', lead.background.registered.place.code).username,
  });
}

function addVisit({ random, rows, users }: World, lead: Lead, day: string, isReturn: boolean): void {
  rows.add('WOMENS_FEDERATION', 'visits', {
    id: random.uuid(Date.parse(`${day}T08:00:00+08:00`)),
    aid_lead_id: lead.id,
    visited_on: day,
    return_visit: isReturn,
    participants: isReturn && random.chance(0.7) ? ['WOMENS_FEDERATION', 'PROSECUTORS'] : ['WOMENS_FEDERATION'],
    findings: random.pick(isReturn ? RETURN_VISIT_FINDINGS : VISIT_FINDINGS),
    created_by: users.of('WOMENS_FEDERATION', lead.background.registered.place.code).username,
  });
}
